import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText, useFormat } from '../../ui/format.ts';
import { type Column, ResponsiveTable } from '../../ui/responsive-table.tsx';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import { OrderStatus } from '../number-orders/order-status.tsx';
import type { Order } from '../number-orders/use-order.ts';

/** Who ordered what, when, for which fee, and what came of it. */
export function OrderList({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation('orders');
  const { dateTime } = useFormat();
  const columns: [Column<Order>, ...Column<Order>[]] = [
    {
      key: 'number',
      header: t('list.number'),
      cell: ({ e164, demo }) => (
        <Group gap="xs">
          <Text span inherit style={{ whiteSpace: 'nowrap' }}>
            {phoneText(e164)}
          </Text>
          {demo && <DemoMark />}
        </Group>
      ),
    },
    { key: 'order', header: t('list.order'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'tenant', header: t('list.tenant'), cell: ({ tenant }) => tenant.name },
    { key: 'when', header: t('list.when'), cell: ({ requestedAt }) => dateTime(requestedAt) },
    { key: 'who', header: t('list.who'), cell: ({ requestedBy }) => requestedBy ?? t('list.nobody') },
    { key: 'fee', header: t('list.fee'), isFigure: true, cell: (order) => <Fee order={order} /> },
    {
      key: 'status',
      header: t('list.statusHeader'),
      cell: (order) => (
        <div aria-live="polite">
          <OrderStatus status={order.status} />
          {order.failure && <Text size="sm">{order.failure}</Text>}
        </div>
      ),
    },
  ];
  return (
    <ResponsiveTable label={t('list.heading')} rows={orders} rowKey={({ id }) => id} columns={columns} />
  );
}

function Fee({ order: { setupFee, monthlyFee, releaseFee } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { money } = useFormat();
  if (releaseFee) return t('list.releaseFee', { fee: money(releaseFee) });
  if (!monthlyFee) return t('list.noFee');
  const monthly = money(monthlyFee);
  return setupFee
    ? t('list.setupAndMonthly', { setup: money(setupFee), monthly })
    : t('list.monthlyOnly', { monthly });
}
