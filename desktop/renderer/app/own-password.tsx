import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './change-password.tsx';
import { useSession } from './session.tsx';

/** In place of the console, for whoever works with a password that somebody else made: the server waits for another. */
export function OwnPassword() {
  const { t } = useTranslation(['signIn', 'common']);
  const { user, refresh, signOut } = useSession();
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <div>
            <Title order={1}>{t('own.title')}</Title>
            <Text c="dimmed">{user.email}</Text>
          </div>
          <Text>{t('change.must')}</Text>
          <PasswordForm onChanged={refresh} />
          <Button variant="default" onClick={() => void signOut()}>
            {t('common:header.signOut')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
