import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const load = () => import('./account-menu.tsx');
const AccountMenu = lazy(async () => ({ default: (await load()).AccountMenu }));

/** The button of the account menu, which is loaded when the user is about to open it. */
export function Account() {
  const { t } = useTranslation();
  const [isWanted, { open }] = useDisclosure(false);
  const button = (
    <ActionIcon
      variant="default"
      size="lg"
      radius="xl"
      aria-label={t('header.account')}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={open}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
    >
      <IconUser size={18} aria-hidden />
    </ActionIcon>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  );
}
