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

/** Orders as CSV (RFC 4180), with a heading. */
export function ordersCsv(orders: readonly ListedOrder[]): string {
  const lines = [HEADING, ...orders.map(cells)].map((line) => line.map(quoted).join(','));
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
    plain(order.tenant),
    plain(order.requestedBy ?? ''),
    amount(setupFee),
    amount(monthlyFee),
    amount(releaseFee),
    (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? '',
    order.settledAt?.toISOString() ?? '',
    plain(order.failure ?? ''),
  ];
}

const amount = (fee: Money | null) => (fee ? moneyDecimal(fee) : '');

/** What people wrote. Spreadsheets run a cell that begins with one of these as a formula; an apostrophe makes it text. */
const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
