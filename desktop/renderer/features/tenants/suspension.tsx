import { useMutation } from '@apollo/client/react';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { type Tenant, UPDATE } from './operations.ts';

/** Turns a tenant's calls away, or takes them again. */
export function Suspension({ tenant: { id, name, status } }: { tenant: Tenant }) {
  const { t } = useTranslation('tenants');
  const [isAsking, asking] = useDisclosure(false);
  const [update, { loading, error, reset }] = useMutation(UPDATE, { refetchQueries: ['TenantList'] });
  const isActive = status === 'ACTIVE';
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const input = { status: isActive ? ('SUSPENDED' as const) : ('ACTIVE' as const) };
    const done = await update({ variables: { id, input } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t(isActive ? 'suspend.done' : 'suspend.resumed', { name }) });
    close();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="suspend-title">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="suspend-title">
          {t(isActive ? 'suspend.title' : 'suspend.resumeTitle')}
        </Title>
        <Text>{t(isActive ? 'suspend.help' : 'suspend.resumeHelp')}</Text>
        <Button
          {...(isActive && { color: 'red', variant: 'outline' })}
          onClick={asking.open}
          aria-label={t(isActive ? 'suspend.button' : 'suspend.resume', { name })}
        >
          {t(isActive ? 'suspend.confirm' : 'suspend.resumeConfirm')}
        </Button>
      </Stack>
      <Confirm
        opened={isAsking}
        onClose={close}
        title={t(isActive ? 'suspend.question' : 'suspend.resumeQuestion', { name })}
        confirm={t(isActive ? 'suspend.confirm' : 'suspend.resumeConfirm')}
        isDangerous={isActive}
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t(isActive ? 'suspend.help' : 'suspend.resumeWarning')}
      </Confirm>
    </Paper>
  );
}
