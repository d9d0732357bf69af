import { useMutation } from '@apollo/client/react';
import { NativeSelect, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenants } from '../../app/tenant.tsx';
import type { Role } from '../../graphql/generated/graphql.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { CHANGE_ROLE, type ListedUser } from './operations.ts';
import { RoleChoice } from './role-choice.tsx';

type Props = { user: ListedUser; opened: boolean; onClose: () => void };

export function ChangeRole({ user, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const { user: me } = useSession();
  const { tenants } = useTenants();
  const [change, { loading, error, reset }] = useMutation(CHANGE_ROLE, { refetchQueries: ['UsersOf'] });
  const [role, setRole] = useState<Role>(user.role);
  const [tenantId, setTenantId] = useState(tenants[0]?.id ?? '');
  const { id, name } = user;
  const close = () => {
    reset();
    onClose();
  };
  // A super admin who becomes something else has to belong to a business from then on.
  const needsTenant = user.role === 'SUPER_ADMIN' && role !== 'SUPER_ADMIN';
  const submit = async () => {
    const variables = { id, role, tenantId: needsTenant ? tenantId : null };
    const done = await change({ variables }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('changeRoleDone', { name, role: t(`roles.${role}`) }) });
    close();
  };
  const roles: readonly Role[] =
    me.role === 'SUPER_ADMIN'
      ? ['TENANT_STAFF', 'TENANT_ADMIN', 'SUPER_ADMIN']
      : ['TENANT_STAFF', 'TENANT_ADMIN'];
  return (
    <Confirm
      opened={opened}
      onClose={close}
      title={t('changeRoleTitle', { name })}
      confirm={t('changeRole')}
      isBusy={loading}
      error={error}
      onConfirm={() => void submit()}
    >
      <Stack>
        {t('changeRoleHelp')}
        <RoleChoice roles={roles} value={role} onChange={setRole} />
        {needsTenant && (
          <NativeSelect
            label={t('changeRoleTenant')}
            description={t('changeRoleTenantHelp')}
            value={tenantId}
            onChange={(event) => setTenantId(event.currentTarget.value)}
            data={tenants.map((tenant) => ({ value: tenant.id, label: tenant.name }))}
          />
        )}
      </Stack>
    </Confirm>
  );
}
