import { Badge } from '@mantine/core';
import { IconCheck, IconClock, IconPlugConnected, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PhoneNumberStatus } from '../../graphql/generated/graphql.ts';

const LOOKS = {
  ACTIVE: { icon: IconCheck, color: 'teal' },
  PROVISIONING: { icon: IconPlugConnected, color: 'orange' },
  RELEASING: { icon: IconClock, color: 'orange' },
  RELEASED: { icon: IconX, color: 'gray' },
} satisfies Record<PhoneNumberStatus, object>;

export function NumberStatus({ status }: { status: PhoneNumberStatus }) {
  const { t } = useTranslation('numbers');
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
