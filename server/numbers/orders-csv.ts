import { type Money, moneyDecimal } from './money.ts';
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

/** Orders as CSV (RFC 4180), with a heading. */
export function ordersCsv(orders: readonly ListedOrder[]): string {
  const lines = [HEADING, ...orders.map(cells)].map((line) => line.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cells(order: ListedOrder): string[] {
  const { setupFee, monthlyFee, releaseFee } = order;
  return [
    order.requestedAt.toISOString(),
    order.kind,
    order.status,
    order.e164,
    order.demo ? 'yes' : 'no',
    order.tenant,
    order.requestedBy ?? '',
    amount(setupFee),
    amount(monthlyFee),
    amount(releaseFee),
    (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? '',
    order.settledAt?.toISOString() ?? '',
    order.failure ?? '',
  ];
}

const amount = (fee: Money | null) => (fee ? moneyDecimal(fee) : '');

/** Spreadsheets take a cell that begins with one of these for a formula and run it; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
