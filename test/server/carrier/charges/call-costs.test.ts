import { expect, test } from 'vitest';
import { CallCostService } from '../../../../server/carrier/charges/call-costs.service.ts';
import { callCostsCsv } from '../../../../server/carrier/charges/call-costs-csv.ts';
import { aCallOf } from '../../../support/call.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';

const own = await aDatabase();
const service = new CallCostService(own.database, { now: () => new Date('2026-12-15T12:00:00Z') });

type Known = { micros: number; month: string; currency?: string; byPlatform?: boolean };

async function charged(tenantId: Parameters<typeof aCallOf>[1], charges: Known[]): Promise<void> {
  for (const { micros, month, currency = 'INR', byPlatform = true } of charges) {
    await own.admin(
      `insert into call_charges (tenant_id, call_id, status, amount_micros, currency, by_platform, month, settled_at)
       values ($1, $2, 'KNOWN', $3, $4, $5, $6, now())`,
      [tenantId, await aCallOf(own, tenantId), micros, currency, byPlatform, month],
    );
  }
}

test('an admin sees what calls cost by tenant and month, in no mixture of currencies or payers', async () => {
  const lotus = await aTenant(own, { name: 'Lotus Clinic' });
  const asha = await aTenant(own, { name: '=Asha' });
  await charged(lotus.id, [
    // Each rounds to nothing; together they are a paisa and a half.
    ...Array.from({ length: 5 }, () => ({ micros: 3_000, month: '2026-12-01' })),
    { micros: 1_000_000, month: '2026-11-01' },
    { micros: 2_000_000, month: '2026-12-01', currency: 'USD' },
    { micros: 7_000_000, month: '2025-12-01' },
  ]);
  await charged(asha.id, [{ micros: 9_990_000, month: '2026-12-01', byPlatform: false }]);
  await own.admin(`insert into call_charges (tenant_id, call_id) values ($1, $2)`, [
    lotus.id,
    await aCallOf(own, lotus.id),
  ]);
  await own.admin(
    `insert into call_charges (tenant_id, call_id, status, reason, settled_at) values ($1, $2, 'GIVEN_UP', 'x', now())`,
    [lotus.id, await aCallOf(own, lotus.id)],
  );

  const { tenants, totals, waiting, givenUp } = await service.costs(12);
  const inr = (minorUnits: number) => ({ minorUnits, currency: 'INR' });
  const december = { month: '2026-12', paidBy: 'PLATFORM' };
  expect(tenants.map(({ tenantId: _, ...rest }) => rest)).toEqual([
    { name: '=Asha', month: '2026-12', paidBy: 'TENANT', calls: 1, cost: inr(999) },
    { name: 'Lotus Clinic', ...december, calls: 5, cost: inr(2) },
    { name: 'Lotus Clinic', ...december, calls: 1, cost: { minorUnits: 200, currency: 'USD' } },
    { name: 'Lotus Clinic', month: '2026-11', paidBy: 'PLATFORM', calls: 1, cost: inr(100) },
  ]);
  expect(totals).toEqual([
    { ...december, calls: 5, cost: inr(2) },
    { ...december, calls: 1, cost: { minorUnits: 200, currency: 'USD' } },
    { month: '2026-12', paidBy: 'TENANT', calls: 1, cost: inr(999) },
    { month: '2026-11', paidBy: 'PLATFORM', calls: 1, cost: inr(100) },
  ]);
  expect({ waiting, givenUp }).toEqual({ waiting: 1, givenUp: 1 });
  expect(callCostsCsv(tenants).split('\r\n').slice(0, 3)).toEqual([
    'Month,Tenant,Paid by,Calls,Cost,Currency',
    "2026-12,'=Asha,tenant,1,9.99,INR",
    '2026-12,Lotus Clinic,platform,5,0.02,INR',
  ]);
  expect((await service.costs(1)).totals).toHaveLength(3);
});

test.each([0, 37])('an admin can’t ask for %i months', async (months) => {
  await expect(service.costs(months)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
