import { useQuery } from '@apollo/client/react';
import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NumberCostsQuery } from '../../graphql/generated/graphql.ts';
import { phoneText, useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed } from '../../ui/states.tsx';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import { COSTS } from './operations.ts';

type Costs = NumberCostsQuery['numberCosts'];
type Amounts = Costs['total'];

/** What the numbers cost a month, by tenant and in all, and when they are billed next. */
export function MonthlyCost() {
  const { t } = useTranslation('orders');
  const { data, error, refetch } = useQuery(COSTS);
  return (
    <Stack component="section" gap="sm" aria-labelledby="monthly-cost">
      <div>
        <Title order={2} id="monthly-cost">
          {t('costs.heading')}
        </Title>
        <Text size="sm">{t('costs.lead')}</Text>
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={3} />}
      {data && data.numberCosts.tenants.length === 0 && <Text>{t('costs.nothing')}</Text>}
      {data && data.numberCosts.tenants.length > 0 && (
        <>
          {data.platformSettings.marketplaceMode === 'DEMO' && (
            <Group gap="sm">
              <DemoMark />
              <Text size="sm">{t('costs.demo')}</Text>
            </Group>
          )}
          <ByTenant costs={data.numberCosts} />
          <Renewals renewals={data.numberCosts.renewals} />
        </>
      )}
    </Stack>
  );
}

function ByTenant({ costs: { tenants, total } }: { costs: Costs }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const amounts = useAmounts();
  const numbers = tenants.reduce((sum, { numbers }) => sum + numbers, 0);
  return (
    <Table aria-label={t('costs.heading')} maw={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('costs.tenant')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('costs.numbers')}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {t('costs.monthly')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tenants.map(({ tenant, numbers, monthly }) => (
          <Table.Tr key={tenant.id}>
            <Table.Th scope="row" fw={400}>
              {tenant.name}
            </Table.Th>
            <Table.Td ta="right">{format.number(numbers)}</Table.Td>
            <Table.Td ta="right">{amounts(monthly)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('costs.total')}</Table.Th>
          <Table.Td ta="right">{format.number(numbers)}</Table.Td>
          <Table.Td ta="right" fw={600}>
            {amounts(total)}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Renewals({ renewals }: { renewals: Costs['renewals'] }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  if (renewals.length === 0) return null;
  return (
    <>
      <Title order={3} size="h4">
        {t('renewals.heading')}
      </Title>
      <ResponsiveTable
        label={t('renewals.heading')}
        rows={renewals.slice(0, SOON)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: t('renewals.number'), cell: ({ e164 }) => phoneText(e164) },
          { key: 'tenant', header: t('renewals.tenant'), cell: ({ tenant }) => tenant.name },
          {
            key: 'date',
            header: t('renewals.date'),
            cell: ({ nextBillingAt }) => (nextBillingAt ? format.date(nextBillingAt) : ''),
          },
          {
            key: 'fee',
            header: t('renewals.fee'),
            isFigure: true,
            cell: ({ monthlyFee }) => (monthlyFee ? format.money(monthlyFee) : t('list.noFee')),
          },
        ]}
      />
    </>
  );
}

const SOON = 10;

/** One amount a currency. */
function useAmounts() {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  return (amounts: Amounts) => amounts.map(money).join(' + ') || t('list.noFee');
}
