import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OwnSecondFactor } from '../features/second-factor/own-second-factor.tsx';

type Props = { email: string; onDone: () => Promise<void>; onSignOut: () => Promise<void> };

/** In place of the console, for a super admin of a platform that requires a second factor: the server waits for it. */
export function RequiredSecondFactor({ email, onDone, onSignOut }: Props) {
  const { t } = useTranslation(['secondFactor', 'common']);
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={640}>
        <Stack>
          <div>
            <Title order={1}>{t('required.title')}</Title>
            <Text c="dimmed">{email}</Text>
          </div>
          <Text>{t('required.help')}</Text>
          <OwnSecondFactor onKept={() => void onDone()} />
          <Button variant="default" onClick={() => void onSignOut()}>
            {t('common:header.signOut')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
