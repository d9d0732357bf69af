import { Anchor, Group, Text } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import type { Settings } from './operations.ts';
import { Section } from './section.tsx';

/** Whether numbers in the marketplace are real. */
export function MarketplaceMode({ settings: { marketplaceMode } }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('mode.heading')}>
      <Group gap="sm">
        {marketplaceMode === 'DEMO' ? <DemoMark /> : <IconBuildingStore size={18} aria-hidden />}
        <Text fw={500}>{t(`mode.${marketplaceMode}.name`)}</Text>
      </Group>
      <Text size="sm">{t(`mode.${marketplaceMode}.lead`)}</Text>
      <Anchor component={Link} to="/marketplace" size="sm" underline="always">
        {t('mode.open')}
      </Anchor>
    </Section>
  );
}
