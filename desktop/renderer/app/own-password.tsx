import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from './change-password.tsx';

type Props = { email: string; onChanged: () => Promise<void>; onSignOut: () => Promise<void> };

/** In place of the console, for a user whose password an admin made: the server waits for another. */
export function OwnPassword({ email, onChanged, onSignOut }: Props) {
  const { t } = useTranslation(['signIn', 'common']);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <div>
            <Title order={1}>{t('own.title')}</Title>
            <Text c="dimmed">{email}</Text>
          </div>
          <Text>{t('change.must')}</Text>
          <PasswordForm onChanged={onChanged} />
          <Button variant="default" onClick={() => void onSignOut()}>
            {t('common:header.signOut')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
