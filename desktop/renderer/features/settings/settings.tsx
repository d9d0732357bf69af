import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { ConnectionStatus } from './connection-status.tsx';
import { Credentials } from './credentials.tsx';
import { MarketplaceMode } from './marketplace-mode.tsx';
import { SETTINGS } from './operations.ts';
import { RequireSecondFactor } from './require-second-factor.tsx';

export function Screen() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery(SETTINGS);
  const settings = data?.platformSettings;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!settings && !error && <PageSkeleton rows={4} />}
      {settings && (
        <Stack gap="xl" maw={720}>
          <MarketplaceMode settings={settings} />
          <ConnectionStatus settings={settings} />
          <Credentials settings={settings} />
          <RequireSecondFactor settings={settings} />
        </Stack>
      )}
    </Page>
  );
}
