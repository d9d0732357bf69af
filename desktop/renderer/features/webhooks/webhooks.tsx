import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { ListEnd } from '../../ui/list-end.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { FilterBar } from './filter-bar.tsx';
import { addressOf, filterOf, readWanted } from './filters.ts';
import { WEBHOOKS } from './operations.ts';
import { WebhookList } from './webhook-list.tsx';

const EVERY_MS = 5_000;

/** What the carrier said lately and what it was answered. */
export function Screen() {
  const { t } = useTranslation(['webhooks', 'common']);
  const { timeZone } = useFormat();
  const [address, setAddress] = useSearchParams();
  const wanted = readWanted(address);
  const [hasReadOn, setReadOn] = useState(false);
  // The same words make the same question.
  const asked = JSON.stringify({ tenantId: wanted.tenant ?? null, filter: filterOf(wanted, timeZone) });
  const variables = useMemo(() => JSON.parse(asked) as { tenantId: string | null; filter: object }, [asked]);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(WEBHOOKS, {
    variables,
    // A user who has read on isn't thrown back to the first page.
    pollInterval: hasReadOn ? 0 : EVERY_MS,
    fetchPolicy: 'cache-and-network',
  });
  const log = (data ?? previousData)?.webhookLog;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={loading && log !== undefined}
          onClick={() => {
            setReadOn(false);
            void refetch();
          }}
        >
          {t('refresh')}
        </Button>
      }
    >
      <FilterBar wanted={wanted} onWant={(next) => setAddress(addressOf(next), { replace: true })} />
      {!log && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton />)}
      {log && error && <Failed error={error} retry={() => void refetch()} />}
      {log && log.edges.length === 0 && <Nothing>{t('none')}</Nothing>}
      {log && log.edges.length > 0 && <WebhookList webhooks={log.edges.map(({ node }) => node)} />}
      {log && (
        <ListEnd
          total={log.totalCount}
          hasMore={log.pageInfo.hasNextPage}
          isLoading={loading}
          onMore={() => {
            setReadOn(true);
            void fetchMore({ variables: { after: log.pageInfo.endCursor } });
          }}
        />
      )}
    </Page>
  );
}
