import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before a user leaves a page, or the console, with changes that would be lost. */
export function UnsavedChanges({ areThere }: { areThere: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => areThere && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!areThere) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [areThere]);
  const stay = () => blocker.state === 'blocked' && blocker.reset();
  const leave = () => blocker.state === 'blocked' && blocker.proceed();
  return (
    <Modal opened={blocker.state === 'blocked'} onClose={stay} title={t('unsaved.title')} centered>
      <Text>{t('unsaved.question')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={leave}>
          {t('unsaved.leave')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
