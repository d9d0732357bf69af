import { useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { Failed } from '../../ui/states.tsx';
import { type Customer, UPDATE } from './operations.ts';

/** The name that a caller said is theirs, where it isn't the one on record; a user who may takes it over. */
export function HeardName({ customer }: { customer: Pick<Customer, 'id' | 'name' | 'heardName'> }) {
  const { t } = useTranslation(['customers', 'common']);
  const { user } = useSession();
  const [update, { loading, error }] = useMutation(UPDATE);
  const { id, name, heardName } = customer;
  if (!heardName || heardName === name) return null;
  const use = async () => {
    const done = await update({ variables: { id, input: { name: heardName } } }).catch(() => undefined);
    if (done?.data) notifications.show({ message: t('common:state.saved') });
  };
  return (
    <>
      <Group gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('heard.said', { name: heardName })}
        </Text>
        {user.role !== 'TENANT_STAFF' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={loading}
            onClick={() => void use()}
            data-no-print
          >
            {t('heard.use')}
          </Button>
        )}
      </Group>
      {error && <Failed error={error} />}
    </>
  );
}
