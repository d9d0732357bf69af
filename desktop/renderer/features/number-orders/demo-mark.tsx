import { Badge } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Nothing that carries it is real. */
export function DemoMark() {
  const { t } = useTranslation('orders');
  return (
    <Badge
      variant="default"
      tt="none"
      style={{ flexShrink: 0 }}
      leftSection={<IconFlask size={14} aria-hidden />}
    >
      {t('demo')}
    </Badge>
  );
}
