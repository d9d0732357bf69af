import { useMutation } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { type ListedUser, RESET } from './operations.ts';
import { TemporaryPassword } from './temporary-password.tsx';

type Props = { user: ListedUser; opened: boolean; onClose: () => void };

export function ResetPassword({ user: { id, name }, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [resetPassword, { loading, error, reset }] = useMutation(RESET);
  const [password, setPassword] = useState<string>();
  const close = () => {
    reset();
    setPassword(undefined);
    onClose();
  };
  const submit = async () => {
    const done = await resetPassword({ variables: { id } }).catch(() => undefined);
    setPassword(done?.data?.resetUserPassword.temporaryPassword);
  };
  return (
    <>
      <Confirm
        opened={opened && password === undefined}
        onClose={close}
        title={t('resetTitle', { name })}
        confirm={t('reset')}
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('resetHelp')}
      </Confirm>
      <Modal
        opened={password !== undefined}
        onClose={close}
        closeOnClickOutside={false}
        title={t('password.title', { name })}
        centered
      >
        <TemporaryPassword password={password ?? ''} mustChange onDone={close} />
      </Modal>
    </>
  );
}
