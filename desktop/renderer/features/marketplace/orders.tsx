import { useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTenants } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { CallCosts } from '../carrier/call-costs.tsx';
import { ORDERS } from '../number-orders/operations.ts';
import { isUnderWay } from '../number-orders/use-order.ts';
import { CsvExport } from './csv-export.tsx';
import { MonthlyCost } from './monthly-cost.tsx';
import { OrderList } from './order-list.tsx';
import { Sections } from './sections.tsx';

const POLL_MS = 3_000;

export function Screen() {
  const { t } = useTranslation('orders');
  return (
    <Page title={t('list.title')} actions={<Sections />}>
      <Stack gap="xl">
        <MonthlyCost />
        <CallCosts />
        <Orders />
      </Stack>
    </Page>
  );
}

/** Of one tenant, which the address names, or of all; what is open is kept up to date. */
function Orders() {
  const { t } = useTranslation('orders');
  const { tenants } = useTenants();
  const [params, setParams] = useSearchParams();
  const tenantId = tenants.find(({ id }) => id === params.get('tenant'))?.id ?? null;
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ORDERS, { variables: { tenantId } });
  const orders = data?.numberOrders;
  const goesOn = orders?.some(isUnderWay) ?? false;
  useEffect(() => {
    if (!goesOn) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [goesOn, startPolling, stopPolling]);
  return (
    <Stack component="section" gap="sm" aria-labelledby="number-orders">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} id="number-orders">
            {t('list.heading')}
          </Title>
          <Text size="sm">{t('list.lead')}</Text>
        </div>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('list.tenant')}
            value={tenantId ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setParams(value ? { tenant: value } : {}, { replace: true })
            }
            data={[
              { value: '', label: t('list.allTenants') },
              ...tenants.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <CsvExport tenantId={tenantId} />
        </Group>
      </Group>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!orders && !error && <PageSkeleton />}
      {orders && orders.length > 0 && <Paged key={tenantId} orders={orders} />}
      {orders?.length === 0 && (
        <Nothing
          action={
            <Button component={Link} to="/marketplace">
              {t('list.browse')}
            </Button>
          }
        >
          {t('list.nothing')}
        </Nothing>
      )}
    </Stack>
  );
}

const A_FEW = 25;

function Paged({ orders }: { orders: Parameters<typeof OrderList>[0]['orders'] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(A_FEW);
  return (
    <>
      <OrderList orders={orders.slice(0, shown)} />
      {orders.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + A_FEW)}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
