import { describe, expect, test } from 'vitest';
import { countCalls } from '../../../../server/analysis/statistics/call-counts.store.ts';
import { countChangedQuarters } from '../../../../server/analysis/statistics/count-calls.job.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { aCallAt } from '../counted-calls.ts';

const own = await aDatabase();

describe('counting changed quarters', () => {
  test('leaves nothing to be counted call by call, and an interrupted one loses nothing', async () => {
    const { id: tenantId } = await aTenant(own);
    for (const at of [0, 1, 900_000]) await aCallAt(own, tenantId, at);
    await expect(
      own.database.inTenant(tenantId, async (tx) => {
        await tx.db.deleteFrom('callQuarterMarks').execute();
        throw new Error('The process died');
      }),
    ).rejects.toThrow('died');
    await countChangedQuarters(own.database);
    const marks = await own.admin('select 1 from call_quarter_marks where tenant_id = $1', [tenantId]);
    expect(marks).toEqual([]);
    const quarters = await own.admin(
      'select calls from call_quarters where tenant_id = $1 order by quarter',
      [tenantId],
    );
    expect(quarters).toEqual([{ calls: 2 }, { calls: 1 }]);
  });

  test('counts what is committed while it counts the next time', async () => {
    const { id: tenantId } = await aTenant(own);
    const call = await aCallAt(own, tenantId, 0);
    const counted = () =>
      own.database.inTenant(tenantId, (tx) => countCalls(tx, tenantId, { from: null, to: null }));
    await own.database.inTenant(tenantId, async (tx) => {
      await tx.db
        .updateTable('calls')
        .set({ status: 'LOST', durationSeconds: 5 })
        .where('id', '=', call.id)
        .execute();
      await countChangedQuarters(own.database);
      expect(await counted()).toMatchObject({ calls: 1, lost: 0 });
    });
    expect(await counted()).toMatchObject({ calls: 1, lost: 1 });
    await countChangedQuarters(own.database);
    expect(await counted()).toMatchObject({ calls: 1, lost: 1 });
  });

  test('keeps tenants apart', async () => {
    const [mine, theirs] = [await aTenant(own), await aTenant(own)];
    await aCallAt(own, mine.id, 0);
    await aCallAt(own, theirs.id, 0);
    await countChangedQuarters(own.database);
    const all = { from: null, to: null };
    expect(await own.database.inTenant(mine.id, (tx) => countCalls(tx, mine.id, all))).toMatchObject({
      calls: 1,
    });
    expect(await own.database.inTenant(mine.id, (tx) => countCalls(tx, theirs.id, all))).toMatchObject({
      calls: 0,
    });
  });

  test('a tenant that is erased leaves no marks behind', async () => {
    const { id: tenantId } = await aTenant(own);
    await aCallAt(own, tenantId, 0);
    await own.admin('delete from tenants where id = $1', [tenantId]);
    expect(await own.admin('select 1 from call_quarter_marks where tenant_id = $1', [tenantId])).toEqual([]);
  });
});
