import { useTranslation } from 'react-i18next';
import { SignBadge, STANDING_SIGNS } from '../../ui/sign-badge.tsx';
import type { SetupCheck } from './operations.ts';

/** How a check went. */
export function CheckStatus({ status }: { status: SetupCheck['status'] }) {
  const { t } = useTranslation('setup');
  return <SignBadge sign={STANDING_SIGNS[status]}>{t(`status.${status}`)}</SignBadge>;
}
