import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { OrderFieldsFragment } from '../../graphql/generated/graphql.ts';
import { ORDERS } from './operations.ts';
import { forgetOrderKey } from './order-key.ts';

export type Order = OrderFieldsFragment;

const POLL_MS = 1_500;

export const isSettled = ({ status }: Pick<Order, 'status'>) => status === 'SUCCEEDED' || status === 'FAILED';

/** Whether something about an order is still going to change by itself. */
export function isUnderWay(order: Pick<Order, 'status' | 'kind' | 'phoneNumber'>): boolean {
  if (!isSettled(order)) return true;
  return order.kind === 'PURCHASE' && order.phoneNumber?.status === 'PROVISIONING';
}

/** An order as it stands now, asked for again until there is nothing more to come. */
export function useOrder(first: Order): Order {
  const { data, startPolling, stopPolling } = useQuery(ORDERS, {
    variables: { tenantId: first.tenant.id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    skip: !isUnderWay(first),
  });
  const order = data?.numberOrders.find(({ id }) => id === first.id) ?? first;
  const goesOn = isUnderWay(order);
  useEffect(() => {
    if (!goesOn) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [goesOn, startPolling, stopPolling]);
  const { kind, e164, tenant } = order;
  const settled = isSettled(order);
  useEffect(() => {
    if (settled) forgetOrderKey({ kind, e164, tenantId: tenant.id });
  }, [settled, kind, e164, tenant.id]);
  return order;
}
