import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from './states.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** A question that names the thing. */
  title: string;
  /** What comes of it. */
  children: ReactNode;
  confirm: string;
  isDangerous?: boolean;
  isBusy: boolean;
  error?: unknown;
  onConfirm: () => void;
};

/** Asks once more before something that can't simply be undone. */
export function Confirm({
  opened,
  onClose,
  title,
  children,
  confirm,
  isDangerous = false,
  isBusy,
  error,
  onConfirm,
}: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <Stack>
        <Text component="div">{children}</Text>
        {error !== undefined && error !== null && <Failed error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button {...(isDangerous && { color: 'red' })} loading={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
