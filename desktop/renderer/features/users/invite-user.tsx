import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import type { Role } from '../../graphql/generated/graphql.ts';
import { Failed } from '../../ui/states.tsx';
import { INVITE } from './operations.ts';
import { RoleChoice } from './role-choice.tsx';
import { TemporaryPassword } from './temporary-password.tsx';

type Props = { tenantId: string | null; opened: boolean; onClose: () => void };

/** What an admin is shown once the user is invited. */
type Access = { name: string; password: string; mustChange: boolean };
type Typed = { name: string; email: string; role: Role; mustChangePassword: boolean };

export function InviteUser({ tenantId, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [access, setAccess] = useState<Access>();
  const close = () => {
    onClose();
    setAccess(undefined);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      // A click beside it must not cost the password.
      closeOnClickOutside={access === undefined}
      title={
        access
          ? t('password.title', { name: access.name })
          : t(tenantId === null ? 'inviteSuper' : 'inviteTitle')
      }
    >
      {access ? (
        <TemporaryPassword password={access.password} mustChange={access.mustChange} onDone={close} />
      ) : (
        <Invitation tenantId={tenantId} onInvited={setAccess} />
      )}
    </Modal>
  );
}

function Invitation({
  tenantId,
  onInvited,
}: {
  tenantId: string | null;
  onInvited: (access: Access) => void;
}) {
  const { t } = useTranslation('users');
  const [invite, { loading }] = useMutation(INVITE, { refetchQueries: ['UsersOf'] });
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<Typed>({
    initialValues: {
      name: '',
      email: '',
      role: tenantId === null ? 'SUPER_ADMIN' : 'TENANT_STAFF',
      mustChangePassword: true,
    },
  });
  const submit = form.onSubmit(async (typed) => {
    setFailure(undefined);
    try {
      const { data } = await invite({ variables: { input: { ...typed, tenantId } } });
      if (!data) return;
      const { user, temporaryPassword: password } = data.inviteUser;
      onInvited({ name: user.name, password, mustChange: typed.mustChangePassword });
    } catch (error) {
      const { field, message } = failureOf(error);
      if (field !== undefined && field in typed) form.setFieldError(field, message);
      else setFailure(error);
    }
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('inviteHelp')}</Text>
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          required
          maxLength={100}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('email')}
          description={t('emailHelp')}
          required
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        {tenantId !== null && (
          <RoleChoice
            roles={['TENANT_STAFF', 'TENANT_ADMIN']}
            value={form.values.role}
            onChange={(role) => form.setFieldValue('role', role)}
          />
        )}
        <Checkbox
          label={t('mustChange')}
          description={t('mustChangeHelp')}
          {...form.getInputProps('mustChangePassword', { type: 'checkbox' })}
        />
        {failure !== undefined && <Failed error={failure} />}
        <Button type="submit" loading={loading}>
          {t('inviteSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
