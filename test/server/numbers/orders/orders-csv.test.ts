import { expect, test } from 'vitest';
import { ordersCsv } from '../../../../server/numbers/orders/orders-csv.ts';
import { asTenantId } from '../../../support/ids.ts';
import { e164 } from '../situation.ts';

const order = {
  tenantId: asTenantId('t'),
  id: 'o',
  kind: 'PURCHASE' as const,
  status: 'SUCCEEDED' as const,
  e164: e164(1),
  idempotencyKey: 'k',
  demo: false,
  account: 'MA_1',
  phoneNumberId: 'n',
  seenSetupFee: null,
  seenMonthlyFee: null,
  setupFee: { minorUnits: 10_000, currency: 'INR' },
  monthlyFee: { minorUnits: 49_950, currency: 'INR' },
  releaseFee: null,
  requestedAt: new Date('2026-11-24T10:00:00Z'),
  sentAt: null,
  mayActUntil: null,
  settledAt: new Date('2026-11-24T10:00:02Z'),
  failure: null,
  tenant: 'Pragati',
  requestedBy: 'admin@kaivox.local',
};

test('orders are lines that a spreadsheet reads', () => {
  expect(ordersCsv([order])).toBe(
    'Requested at,Kind,Status,Number,Demo,Tenant,Requested by,Set-up fee,Monthly fee,Release fee,Currency,Settled at,Failure\r\n' +
      `2026-11-24T10:00:00.000Z,PURCHASE,SUCCEEDED,${e164(1)},no,Pragati,admin@kaivox.local,100.00,499.50,,INR,2026-11-24T10:00:02.000Z,\r\n`,
  );
});

test.each([
  ['Dr. "Rao", Clinic', '"Dr. ""Rao"", Clinic"'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['@cmd', "'@cmd"],
])('a tenant named %s breaks no line and runs no formula', (tenant, cell) => {
  expect(ordersCsv([{ ...order, tenant }])).toContain(`,no,${cell},admin@`);
});
