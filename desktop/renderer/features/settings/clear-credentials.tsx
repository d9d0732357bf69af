import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../ui/states.tsx';
import { SAVE } from './operations.ts';

/** Forgets both credentials, once that was confirmed. */
export function ClearCredentials() {
  const { t } = useTranslation(['settings', 'common']);
  const [isOpen, dialog] = useDisclosure(false);
  const [save, { loading, error }] = useMutation(SAVE);
  const clear = async () => {
    try {
      await save({ variables: { input: { vobizAppId: null, vobizApiKey: null } } });
      notifications.show({ message: t('clear.done') });
      dialog.close();
    } catch {
      // Shown below.
    }
  };
  return (
    <Group>
      <Button variant="default" onClick={dialog.open}>
        {t('clear.open')}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t('clear.title')} centered>
        <Stack>
          <Text size="sm">{t('clear.lead')}</Text>
          {error && <Failed error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              {t('common:action.cancel')}
            </Button>
            <Button color="red" loading={loading} onClick={() => void clear()}>
              {t('clear.submit')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Group>
  );
}
