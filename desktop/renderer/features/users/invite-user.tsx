import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
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

export function InviteUser({ tenantId, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [access, setAccess] = useState<{ name: string; password: string }>();
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
        <TemporaryPassword password={access.password} onDone={close} />
      ) : (
        <Invitation tenantId={tenantId} onInvited={(name, password) => setAccess({ name, password })} />
      )}
    </Modal>
  );
}

function Invitation({
  tenantId,
  onInvited,
}: {
  tenantId: string | null;
  onInvited: (name: string, password: string) => void;
}) {
  const { t } = useTranslation('users');
  const [invite, { loading }] = useMutation(INVITE, { refetchQueries: ['UsersOf'] });
  const [failure, setFailure] = useState<unknown>();
  const form = useForm<{ name: string; email: string; role: Role }>({
    initialValues: { name: '', email: '', role: tenantId === null ? 'SUPER_ADMIN' : 'TENANT_STAFF' },
  });
  const submit = form.onSubmit(async (typed) => {
    setFailure(undefined);
    try {
      const { data } = await invite({ variables: { input: { ...typed, tenantId } } });
      if (data) onInvited(data.inviteUser.user.name, data.inviteUser.temporaryPassword);
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
          required
          maxLength={100}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('email')}
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
        {failure !== undefined && <Failed error={failure} />}
        <Button type="submit" loading={loading}>
          {t('inviteSubmit')}
        </Button>
      </Stack>
    </form>
  );
}
