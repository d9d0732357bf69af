import { csvOf, plainCell } from '../../infra/csv.ts';
import { type Money, moneyDecimal } from '../money.ts';
import type { NumberOrderRow } from './number-order.store.ts';

/** An order as the table names it: its tenant and its buyer in words. */
export type ListedOrder = Omit<NumberOrderRow, 'requestedBy'> & {
  tenant: string;
  requestedBy: string | null;
};

const HEADING = [
  'Requested at',
  'Kind',
  'Status',
  'Number',
  'Demo',
  'Tenant',
  'Requested by',
  'Set-up fee',
  'Monthly fee',
  'Release fee',
  'Currency',
  'Settled at',
  'Failure',
];

/** Orders as CSV, with a heading. */
export const ordersCsv = (orders: readonly ListedOrder[]): string => csvOf([HEADING, ...orders.map(cells)]);

function cells(order: ListedOrder): string[] {
  const { setupFee, monthlyFee, releaseFee } = order;
  return [
    order.requestedAt.toISOString(),
    order.kind,
    order.status,
    order.e164,
    order.demo ? 'yes' : 'no',
    plainCell(order.tenant),
    plainCell(order.requestedBy ?? ''),
    amount(setupFee),
    amount(monthlyFee),
    amount(releaseFee),
    (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? '',
    order.settledAt?.toISOString() ?? '',
    plainCell(order.failure ?? ''),
  ];
}

const amount = (fee: Money | null) => (fee ? moneyDecimal(fee) : '');
