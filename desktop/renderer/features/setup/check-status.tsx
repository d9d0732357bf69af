import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SetupCheck } from './operations.ts';

const LOOKS = {
  PASS: { icon: IconCircleCheck, color: 'teal' },
  WARN: { icon: IconAlertTriangle, color: 'yellow' },
  FAIL: { icon: IconCircleX, color: 'red' },
} as const;

/** How a check went: in a sign and a word; the colour only repeats them. */
export function CheckStatus({ status }: { status: SetupCheck['status'] }) {
  const { t } = useTranslation('setup');
  const { icon: Icon, color } = LOOKS[status];
  return (
    <Badge
      variant="default"
      tt="none"
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={14} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
    >
      {t(`status.${status}`)}
    </Badge>
  );
}
