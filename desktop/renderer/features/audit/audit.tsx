import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTenants } from '../../app/tenant.tsx';
import { graphql } from '../../graphql/generated/gql.ts';
import { ListEnd } from '../../ui/list-end.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { AuditEntries } from './audit-entries.tsx';

const AUDIT = graphql(`
  query AuditLog($tenantId: ID, $after: String) {
    auditLog(first: 50, tenantId: $tenantId, after: $after) {
      totalCount
      edges { node { id at actorEmail action tenantId subject address detail } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Who did what, on the whole platform or to one tenant. */
export function Screen() {
  const { t } = useTranslation(['audit', 'common']);
  const { tenants } = useTenants();
  const [address, setAddress] = useSearchParams();
  const tenantId = address.get('tenant');
  const { data, error, loading, refetch, fetchMore } = useQuery(AUDIT, {
    variables: { tenantId },
    fetchPolicy: 'cache-and-network',
  });
  const log = data?.auditLog;
  const isKnown = tenantId === null || tenants.some(({ id }) => id === tenantId);
  const choices = [
    { value: '', label: t('everything') },
    ...(isKnown ? [] : [{ value: tenantId, label: t('gone') }]),
    ...tenants.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <NativeSelect
        label={t('tenant')}
        data={choices}
        value={tenantId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setAddress(value === '' ? {} : { tenant: value }, { replace: true })
        }
        maw={320}
      />
      {!log && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton />)}
      {log && log.edges.length === 0 && <Nothing>{t('none')}</Nothing>}
      {log && log.edges.length > 0 && <AuditEntries entries={log.edges.map(({ node }) => node)} />}
      {log && (
        <ListEnd
          total={log.totalCount}
          hasMore={log.pageInfo.hasNextPage}
          isLoading={loading}
          onMore={() => void fetchMore({ variables: { after: log.pageInfo.endCursor } })}
        />
      )}
    </Page>
  );
}
