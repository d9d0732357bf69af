import { ActionIcon, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { chooseLanguage, LANGUAGES, type Language } from '../i18n/i18n.ts';
import { ChangePassword } from './change-password.tsx';
import { furtherDestinationsOf } from './navigation.ts';
import { NoticeChoices } from './notices/notice-choices.tsx';
import { useSession } from './session.tsx';

const SCHEMES = [
  ['auto', 'header.themeAuto'],
  ['light', 'header.themeLight'],
  ['dark', 'header.themeDark'],
] as const;

/** Who is signed in, and how they like the console; opens as soon as it is there, as its button was pressed then. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const { user, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [isChanging, changing] = useDisclosure(false);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // It takes the place of the button that had the focus, and gets it back when the menu closes.
    button.current?.focus();
    setOpen(true);
  }, []);
  const tick = (isChosen: boolean) => (isChosen ? <IconCheck size={14} aria-hidden /> : undefined);
  return (
    <>
      <Menu position="bottom-end" width={230} opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <ActionIcon ref={button} variant="default" size="lg" radius="xl" aria-label={t('header.account')}>
            <IconUser size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" truncate>
              {user.name}
            </Text>
            <Text size="xs" truncate>
              {user.email}
            </Text>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Label>{t('header.theme')}</Menu.Label>
          {SCHEMES.map(([scheme, label]) => (
            <Menu.Item
              key={scheme}
              onClick={() => setColorScheme(scheme)}
              rightSection={tick(colorScheme === scheme)}
            >
              {t(label)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('header.language')}</Menu.Label>
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <Menu.Item
              key={tag}
              lang={tag}
              onClick={() => void chooseLanguage(tag as Language)}
              rightSection={tick(i18n.language === tag)}
            >
              {name}
            </Menu.Item>
          ))}
          <NoticeChoices />
          <Menu.Divider />
          {furtherDestinationsOf(user).map(({ path, label }) => (
            <Menu.Item key={path} component={Link} to={path}>
              {t(`nav.${label}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={changing.open}>{t('header.changePassword')}</Menu.Item>
          <Menu.Item onClick={() => void signOut()}>{t('header.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={isChanging} onClose={changing.close} />
    </>
  );
}
