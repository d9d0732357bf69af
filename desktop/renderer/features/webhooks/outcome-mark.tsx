import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListedWebhook } from './operations.ts';

const LOOKS = {
  ANSWERED: { icon: IconCircleCheck, color: 'teal' },
  REFUSED: { icon: IconBan, color: 'yellow' },
  FAILED: { icon: IconAlertTriangle, color: 'red' },
} as const;

/** How a webhook ended, in a sign and a word; the colour only repeats them. */
export function OutcomeMark({ outcome, status }: Pick<ListedWebhook, 'outcome' | 'status'>) {
  const { t } = useTranslation('webhooks');
  const { icon: Icon, color } = LOOKS[outcome];
  return (
    <Badge
      variant="default"
      tt="none"
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={14} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
    >
      {t('outcomeWithStatus', { outcome: t(`outcome.${outcome}`), status })}
    </Badge>
  );
}
