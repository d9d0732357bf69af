import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { Doctor } from './doctor.tsx';
import { Guide } from './guide.tsx';
import { useSetup } from './use-setup.ts';

/** How a number is connected, and what keeps calls from being answered. */
export function Screen() {
  const { t } = useTranslation('setup');
  const { name } = useTenant();
  const { data, error, checkedAt, isChecking, checkAgain } = useSetup();
  return (
    <Page title={t('title')} lead={t('lead', { tenant: name })}>
      {error && <Failed error={error} retry={() => void checkAgain()} />}
      {!data && !error && <PageSkeleton rows={8} />}
      {data && (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Guide checks={data.setupChecks} urls={data.tenant.webhookUrls} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 6 }}>
            <Doctor
              checks={data.setupChecks}
              tenant={data.tenant}
              checkedAt={checkedAt}
              isChecking={isChecking}
              onCheck={() => void checkAgain()}
            />
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
