import { useQuery } from '@apollo/client/react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenant } from '../../app/tenant.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { RecordingErasures } from '../carrier/recording-erasures.tsx';
import { Door } from '../door/door.tsx';
import { ExportData } from '../tenants/export-data.tsx';
import { TENANT, type Tenant } from '../tenants/operations.ts';
import { TenantForm } from '../tenants/tenant-form.tsx';

/** What a business's own admin may change of it. */
export function Screen() {
  const { t } = useTranslation('tenants');
  const { id, name } = useTenant();
  const { user } = useSession();
  const isAdmin = user.role !== 'TENANT_STAFF';
  const { data, error, refetch } = useQuery(TENANT, { variables: { id } });
  return (
    <Page title={t('business.title')} lead={t('business.lead', { name })}>
      {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={6} />)}
      {data && (
        <>
          <TenantForm key={id} tenant={data.tenant} isOwn />
          {isAdmin && <Door tenantId={id} />}
          <Analysis tenant={data.tenant} />
          <ExportData id={id} name={name} />
          {isAdmin && <RecordingErasures tenantId={id} />}
        </>
      )}
    </Page>
  );
}

function Analysis({ tenant: { analysisTokensADay, analysisTokensToday } }: { tenant: Tenant }) {
  const { t } = useTranslation('tenants');
  const { number } = useFormat();
  const amounts = { spent: number(analysisTokensToday), most: number(analysisTokensADay) };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="analysis-title">
      <Stack gap="sm">
        <Title order={2} id="analysis-title">
          {t('business.analysis')}
        </Title>
        <Text>{t('business.analysisSpent', amounts)}</Text>
        <Text size="sm">{t('business.analysisHelp')}</Text>
      </Stack>
    </Paper>
  );
}
