import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';
import { ERASE, type Tenant } from './operations.ts';

/** Erases a tenant, for a super admin who types its slug. */
export function EraseTenant({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('tenants');
  const [isAsking, asking] = useDisclosure(false);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="erase-title">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="erase-title">
          {t('erase.title')}
        </Title>
        <Text>{t('erase.help')}</Text>
        <Button
          color="red"
          variant="outline"
          onClick={asking.open}
          aria-label={t('erase.button', { name: tenant.name })}
        >
          {t('erase.title')}
        </Button>
      </Stack>
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={t('erase.question', { name: tenant.name })}
        centered
      >
        <Confirmation tenant={tenant} onClose={asking.close} />
      </Modal>
    </Paper>
  );
}

function Confirmation({ tenant: { id, name, slug }, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useTranslation(['tenants', 'common']);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [erase, { loading, error, client }] = useMutation(ERASE, {
    refetchQueries: ['TenantList', 'ChoosableTenants'],
  });
  const { field, message } = error ? failureOf(error) : {};
  const submit = async () => {
    const done = await erase({ variables: { id, confirmSlug: typed } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('erase.done', { name }) });
    await navigate('/tenants');
    // It may stand on a page of the list that isn't asked for again.
    client.cache.evict({ id: client.cache.identify({ __typename: 'Tenant', id }) ?? '' });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Text>{t('erase.warning')}</Text>
        <TextInput
          label={t('erase.slug', { slug })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={field === 'confirmSlug' ? message : undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {error && field !== 'confirmSlug' && <Failed error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" color="red" loading={loading} disabled={typed.trim() !== slug}>
            {t('erase.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
