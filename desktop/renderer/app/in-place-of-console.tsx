import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  title: string;
  email: string;
  why: string;
  /** In pixels, at most. */
  width: number;
  onSignOut: () => Promise<void>;
  children: ReactNode;
};

/** What a user has to do before the server gives them the console. */
export function InPlaceOfConsole({ title, email, why, width, onSignOut, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={width}>
        <Stack>
          <div>
            <Title order={1}>{title}</Title>
            <Text c="dimmed">{email}</Text>
          </div>
          <Text>{why}</Text>
          {children}
          <Button variant="default" onClick={() => void onSignOut()}>
            {t('header.signOut')}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
