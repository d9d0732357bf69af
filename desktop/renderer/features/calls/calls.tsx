import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { Nothing } from '../../ui/states.tsx';

export function Screen() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.calls')}>
      <Nothing />
    </Page>
  );
}
