import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryKind, DeliveryStatus } from '../../graphql/generated/graphql.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { DELIVERIES } from './operations.ts';
import { Skipped } from './skipped.tsx';

const KINDS = ['WEBHOOK', 'EMAIL', 'SMS'] as const satisfies readonly DeliveryKind[];
const STATUSES = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const satisfies readonly DeliveryStatus[];

/** What an automation sends, and how far it is. */
export function Deliveries({ automationId }: { automationId: string }) {
  const { t } = useTranslation(['automations', 'common']);
  const [kind, setKind] = useState<DeliveryKind>('WEBHOOK');
  const [status, setStatus] = useState<DeliveryStatus>();
  const { data, error, loading, refetch, fetchMore } = useQuery(DELIVERIES, {
    variables: {
      automationId,
      status: status ?? null,
      ofWebhooks: kind === 'WEBHOOK',
      ofMails: kind === 'EMAIL',
      ofTexts: kind === 'SMS',
    },
    fetchPolicy: 'network-only',
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.[kind];
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        const [old, next] = [before[kind], fetchMoreResult[kind]];
        return old && next ? { [kind]: { ...next, edges: [...old.edges, ...next.edges] } } : fetchMoreResult;
      },
    });
  return (
    <Stack>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t('deliveries.which')}
          value={kind}
          onChange={setKind}
          data={KINDS.map((value) => ({
            value,
            label: t(`deliveries.kind.${value}`),
          }))}
        />
        <NativeSelect
          label={t('deliveries.status')}
          value={status ?? ''}
          onChange={(event) => setStatus(STATUSES.find((each) => each === event.currentTarget.value))}
          data={[
            { value: '', label: t('deliveries.any') },
            ...STATUSES.map((value) => ({ value, label: t(`deliveries.statuses.${value}`) })),
          ]}
        />
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={loading && data !== undefined}
          onClick={() => void refetch().catch(() => undefined)}
        >
          {t('deliveries.refresh')}
        </Button>
      </Group>
      <Skipped automationId={automationId} kind={kind} />
      {error && <Failed error={error} retry={() => void refetch().catch(() => undefined)} />}
      {!page && !error && <PageSkeleton rows={3} />}
      {page?.edges.length === 0 && <Nothing>{t('deliveries.nothing')}</Nothing>}
      {page && page.edges.length > 0 && (
        <DeliveryTable deliveries={page.edges.map(({ node }) => node)} onRepeated={() => void refetch()} />
      )}
      {page?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loading} onClick={() => void more()}>
            {t('common:action.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
