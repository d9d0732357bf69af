import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { OwnSecondFactor } from './own-second-factor.tsx';

/** A user's own second factor: codes of an authenticator app, besides the password. */
export function Screen() {
  const { t } = useTranslation('secondFactor');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <OwnSecondFactor />
    </Page>
  );
}
