import { useApolloClient, useQuery } from '@apollo/client/react';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CsvButton } from '../../ui/csv-button.tsx';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed } from '../../ui/states.tsx';
import { CALL_COSTS, CALL_COSTS_CSV, type CallCosts as Costs } from './operations.ts';

/** What calls cost, by month: all businesses together, then each. */
export function CallCosts() {
  const { t } = useTranslation('carrier');
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(CALL_COSTS, { fetchPolicy: 'cache-and-network' });
  const csv = async () => {
    const answer = await client.query({ query: CALL_COSTS_CSV, fetchPolicy: 'no-cache' });
    return answer.data?.callCostsCsv;
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby="call-costs">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} id="call-costs">
            {t('costs.heading')}
          </Title>
          <Text size="sm">{t('costs.lead')}</Text>
        </div>
        {data && data.callCosts.tenants.length > 0 && (
          <CsvButton
            name="kaivox-call-costs"
            label={t('costs.export')}
            saved={(name) => t('costs.exported', { name })}
            fetch={csv}
          />
        )}
      </Group>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data && <Table costs={data.callCosts} />}
    </Stack>
  );
}

type Row = Costs['totals'][number] & { tenant: { id: string; name: string } | undefined };

function Table({ costs: { totals, tenants, waiting, givenUp } }: { costs: Costs }) {
  const { t } = useTranslation('carrier');
  const format = useFormat();
  const months = [...new Set(totals.map(({ month }) => month))];
  const rows: Row[] = months.flatMap((month) => [
    ...totals.filter((total) => total.month === month).map((total) => ({ ...total, tenant: undefined })),
    ...tenants.filter((row) => row.month === month),
  ]);
  return (
    <>
      {rows.length === 0 && <Text>{t('costs.nothing')}</Text>}
      {rows.length > 0 && (
        <ResponsiveTable
          label={t('costs.heading')}
          rows={rows}
          rowKey={({ month, tenant, paidBy, cost }) => `${month} ${tenant?.id} ${paidBy} ${cost.currency}`}
          columns={[
            {
              key: 'tenant',
              header: t('costs.tenant'),
              cell: ({ tenant }) => (
                <Text span inherit fw={tenant ? 400 : 600}>
                  {tenant?.name ?? t('costs.all')}
                </Text>
              ),
            },
            { key: 'month', header: t('costs.month'), cell: ({ month }) => format.month(month) },
            { key: 'paidBy', header: t('costs.paidBy'), cell: ({ paidBy }) => t(`costs.payer.${paidBy}`) },
            {
              key: 'calls',
              header: t('costs.calls'),
              isFigure: true,
              cell: ({ calls }) => format.number(calls),
            },
            {
              key: 'cost',
              header: t('costs.cost'),
              isFigure: true,
              cell: ({ cost, tenant }) => (
                <Text span inherit fw={tenant ? 400 : 600}>
                  {format.money(cost)}
                </Text>
              ),
            },
          ]}
        />
      )}
      {waiting > 0 && <Text size="sm">{t('costs.waiting', { count: waiting })}</Text>}
      {givenUp > 0 && <Text size="sm">{t('costs.givenUp', { count: givenUp })}</Text>}
    </>
  );
}
