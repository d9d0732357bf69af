import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** How something is, in a sign and a word; the colour only repeats them. */
export type Sign = { icon: TablerIcon; color: string };

/** For what is well, what may become a trouble, and what is one. */
export const STANDING_SIGNS = {
  PASS: { icon: IconCircleCheck, color: 'teal' },
  WARN: { icon: IconAlertTriangle, color: 'yellow' },
  FAIL: { icon: IconCircleX, color: 'red' },
} as const satisfies Record<string, Sign>;

export function SignBadge({ sign: { icon: Icon, color }, children }: { sign: Sign; children: ReactNode }) {
  return (
    <Badge
      variant="default"
      tt="none"
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={14} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
    >
      {children}
    </Badge>
  );
}
