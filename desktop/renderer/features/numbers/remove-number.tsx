import { useMutation } from '@apollo/client/react';
import { Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { phoneText } from '../../ui/format.ts';
import { Failed } from '../../ui/states.tsx';
import { type PhoneNumber, REMOVE } from './operations.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';

type Props = { number: PhoneNumber; opened: boolean; onClose: () => void };

/** Takes a tenant's own number off here. */
export function RemoveNumber({ number: { id, e164 }, opened, onClose }: Props) {
  const { t } = useTranslation('numbers');
  const [remove, { loading, error, reset }] = useMutation(REMOVE);
  const number = phoneText(e164);
  const close = () => {
    reset();
    onClose();
  };
  const confirm = async () => {
    try {
      await remove({ variables: { id } });
      notifications.show({ message: t('remove.done', { number }) });
      close();
    } catch {
      // Shown below.
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={t('remove.title', { number })} centered>
      <TypedConfirmation
        e164={e164}
        submit={t('remove.submit')}
        loading={loading}
        onConfirm={() => void confirm()}
      >
        <Text size="sm">{t('remove.lead')}</Text>
        {error && <Failed error={error} />}
      </TypedConfirmation>
    </Modal>
  );
}
