import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

const SECTIONS = [
  { path: '/marketplace', label: 'browse' },
  { path: '/marketplace/orders', label: 'orders' },
  { path: '/marketplace/account', label: 'account' },
] as const;

/** The marketplace's pages. */
export function Sections() {
  const { t } = useTranslation('marketplace');
  const { pathname } = useLocation();
  return (
    <Group component="nav" gap="xs" aria-label={t('sections.label')}>
      {SECTIONS.map(({ path, label }) => {
        const isHere = pathname === path;
        return (
          <Button
            key={path}
            component={Link}
            to={path}
            size="xs"
            variant={isHere ? 'filled' : 'default'}
            aria-current={isHere ? 'page' : undefined}
          >
            {t(`sections.${label}`)}
          </Button>
        );
      })}
    </Group>
  );
}
