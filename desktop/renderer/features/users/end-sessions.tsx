import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { END_SESSIONS, type ListedUser } from './operations.ts';

type Props = { user: ListedUser; opened: boolean; onClose: () => void };

export function EndSessions({ user: { id, name }, opened, onClose }: Props) {
  const { t } = useTranslation('users');
  const [end, { loading, error, reset }] = useMutation(END_SESSIONS);
  const close = () => {
    reset();
    onClose();
  };
  const submit = async () => {
    const done = await end({ variables: { id } }).catch(() => undefined);
    if (!done?.data) return;
    notifications.show({ message: t('endSessionsDone', { name }) });
    close();
  };
  return (
    <Confirm
      opened={opened}
      onClose={close}
      title={t('endSessionsTitle', { name })}
      confirm={t('endSessions')}
      isBusy={loading}
      error={error}
      onConfirm={() => void submit()}
    >
      {t('endSessionsHelp')}
    </Confirm>
  );
}
