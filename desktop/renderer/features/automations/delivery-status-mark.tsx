import { Badge } from '@mantine/core';
import { IconBan, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryStatus } from '../../graphql/generated/graphql.ts';

const ICONS = {
  PENDING: IconClock,
  DELIVERED: IconCircleCheck,
  FAILED: IconCircleX,
  CANCELLED: IconBan,
} as const;

export function DeliveryStatusMark({ status }: { status: DeliveryStatus }) {
  const { t } = useTranslation('automations');
  const Icon = ICONS[status];
  return (
    <Badge variant="default" tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(`deliveries.statuses.${status}`)}
    </Badge>
  );
}
