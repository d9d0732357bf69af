import { useMutation } from '@apollo/client/react';
import { Button, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenants } from '../../app/tenant.tsx';
import { phoneText } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { ASSIGN } from './operations.ts';

/** Gives a number that is paid for already to a tenant. */
export function AssignNumber({ e164, onAssigned }: { e164: string; onAssigned: () => void }) {
  const { t } = useTranslation('marketplace');
  const { tenant, tenants } = useTenants();
  const [isOpen, dialog] = useDisclosure(false);
  const [tenantId, setTenantId] = useState(tenant?.id ?? '');
  const [assign, { loading, error }] = useMutation(ASSIGN);
  const number = phoneText(e164);
  const submit = async () => {
    try {
      const { data } = await assign({ variables: { e164, tenantId } });
      if (data) {
        const { name } = data.assignFoundNumber.tenant;
        notifications.show({ message: t('account.assign.done', { number, tenant: name }) });
      }
      dialog.close();
      onAssigned();
    } catch {
      // Shown below.
    }
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={dialog.open}
        aria-label={t('account.assign.openNamed', { number })}
      >
        {t('account.assign.open')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t('account.assign.title', { number })} centered>
        <Stack>
          <Text size="sm">{t('account.assign.lead')}</Text>
          <NativeSelect
            label={t('account.tenant')}
            description={t('buy.tenantHint')}
            value={tenantId}
            onChange={(event) => setTenantId(event.currentTarget.value)}
            data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {error && <Failed error={error} />}
          <Button loading={loading} disabled={!tenantId} onClick={() => void submit()}>
            {t('account.assign.submit')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
