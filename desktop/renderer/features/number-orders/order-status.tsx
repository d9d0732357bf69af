import { Badge } from '@mantine/core';
import { IconCheck, IconClock, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NumberOrderStatus } from '../../graphql/generated/graphql.ts';

const LOOKS = {
  PENDING: { icon: IconClock, color: 'blue' },
  UNCERTAIN: { icon: IconQuestionMark, color: 'orange' },
  SUCCEEDED: { icon: IconCheck, color: 'teal' },
  FAILED: { icon: IconX, color: 'red' },
} satisfies Record<NumberOrderStatus, object>;

export function OrderStatus({ status }: { status: NumberOrderStatus }) {
  const { t } = useTranslation('orders');
  const { icon: Icon, color } = LOOKS[status];
  return (
    <Badge
      variant="default"
      tt="none"
      miw="max-content"
      leftSection={<Icon size={14} color={`var(--mantine-color-${color}-text)`} aria-hidden />}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
