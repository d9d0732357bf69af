import { useTranslation } from 'react-i18next';
import { OwnSecondFactor } from '../features/second-factor/own-second-factor.tsx';
import { InPlaceOfConsole } from './in-place-of-console.tsx';

type Props = { email: string; onDone: () => Promise<void>; onSignOut: () => Promise<void> };

/** In place of the console, for a super admin of a platform that requires a second factor: the server waits for it. */
export function RequiredSecondFactor({ onDone, ...who }: Props) {
  const { t } = useTranslation('secondFactor');
  return (
    <InPlaceOfConsole title={t('required.title')} why={t('required.help')} width={640} {...who}>
      <OwnSecondFactor onKept={() => void onDone()} />
    </InPlaceOfConsole>
  );
}
