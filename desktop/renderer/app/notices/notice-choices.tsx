import { Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.tsx';
import { useChoices } from './choices.ts';
import { systemNotices } from './system-notices.ts';

/** Whether the system tells what happens, and how much of it; part of the account menu. */
export function NoticeChoices() {
  const { t } = useTranslation('notices');
  const { connection } = useSession();
  const system = useMemo(() => systemNotices(connection.bridge), [connection]);
  const [choices, choose] = useChoices(connection.bridge !== undefined);
  if (!system) return null;
  const isOn = choices.isOn && system.isAllowed();
  const turn = async (on: boolean) => {
    const isAllowed = !on || (await system.ask());
    choose({ ...choices, isOn: on && isAllowed });
    if (!isAllowed) notifications.show({ color: 'red', message: t('denied') });
  };
  return (
    <>
      <Menu.Label>{t('label')}</Menu.Label>
      <Menu.CheckboxItem checked={isOn} onChange={(on) => void turn(on)}>
        {t('system')}
      </Menu.CheckboxItem>
      <Menu.CheckboxItem
        checked={choices.showsNames}
        disabled={!isOn}
        onChange={(showsNames) => choose({ ...choices, showsNames })}
      >
        {t('names')}
      </Menu.CheckboxItem>
      {system.isDenied() && (
        <Text size="xs" px="sm" pb="xs" role="note">
          {t('denied')}
        </Text>
      )}
    </>
  );
}
