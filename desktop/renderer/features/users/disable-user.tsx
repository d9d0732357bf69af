import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { DISABLE, type ListedUser } from './operations.ts';

type Props = { user: ListedUser; opened: boolean; onClose: () => void };

export function DisableUser({ user: { id, name }, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [disable, { loading, error, reset }] = useMutation(DISABLE);
  const close = () => {
    reset();
    onClose();
  };
  const submit = async () => {
    const done = await disable({ variables: { id } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('disableDone', { name }) });
    close();
  };
  return (
    <Confirm
      opened={opened}
      onClose={close}
      title={t('disableTitle', { name })}
      confirm={t('disable')}
      isDangerous
      isBusy={loading}
      error={error}
      onConfirm={() => void submit()}
    >
      {t('disableHelp')}
    </Confirm>
  );
}
