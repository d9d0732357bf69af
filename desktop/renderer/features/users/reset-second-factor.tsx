import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { type ListedUser, RESET_SECOND_FACTOR } from './operations.ts';

type Props = { user: ListedUser; opened: boolean; onClose: () => void };

/** For a user who has lost the telephone, and the recovery codes with it. */
export function ResetSecondFactor({ user: { id, name }, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [take, { loading, error, reset }] = useMutation(RESET_SECOND_FACTOR);
  const close = () => {
    reset();
    onClose();
  };
  const submit = async () => {
    const done = await take({ variables: { id } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('resetFactorDone', { name }) });
    close();
  };
  return (
    <Confirm
      opened={opened}
      onClose={close}
      title={t('resetFactorTitle', { name })}
      confirm={t('resetFactor')}
      isDangerous
      isBusy={loading}
      error={error}
      onConfirm={() => void submit()}
    >
      {t('resetFactorHelp')}
    </Confirm>
  );
}
