import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SignBadge } from '../../ui/sign-badge.tsx';
import type { ListedWebhook } from './operations.ts';

const SIGNS = {
  ANSWERED: { icon: IconCircleCheck, color: 'teal' },
  REFUSED: { icon: IconBan, color: 'yellow' },
  FAILED: { icon: IconAlertTriangle, color: 'red' },
} as const;

/** How a webhook ended. */
export function OutcomeMark({ outcome, status }: Pick<ListedWebhook, 'outcome' | 'status'>) {
  const { t } = useTranslation('webhooks');
  return (
    <SignBadge sign={SIGNS[outcome]}>
      {t('outcomeWithStatus', { outcome: t(`outcome.${outcome}`), status })}
    </SignBadge>
  );
}
