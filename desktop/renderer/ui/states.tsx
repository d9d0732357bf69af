import { Alert, Button, Center, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graphql/errors.ts';

/** What couldn't be loaded or done, in plain words, with a way on. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { code, message, errorId } = failureOf(error);
  const words = () => {
    if (code === 'OFFLINE') return t('state.offline');
    if (code === 'NOT_FOUND') return t('state.notFound');
    if (code === 'FORBIDDEN') return t('state.forbidden');
    if (errorId !== undefined) return t('state.failedWithId', { errorId });
    return message ?? t('state.failed');
  };
  return (
    <Alert color="red" role="alert">
      <Stack align="flex-start" gap="sm">
        <Text>{words()}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('state.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** An empty list says what fills it. */
export function Nothing({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Center mih={220}>
      <Stack align="center" gap="sm" maw={460}>
        <Text c="dimmed" ta="center">
          {children ?? t('state.nothing')}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
