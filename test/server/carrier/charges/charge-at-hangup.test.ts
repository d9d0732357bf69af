import { beforeEach, describe, expect, test } from 'vitest';
import { enqueueAfterHangup } from '../../../../server/calls/call-ended.store.ts';
import type { CallId, TenantId } from '../../../../server/infra/ids.ts';
import { aCallOf } from '../../../support/call.ts';
import { aCarrier } from '../a-carrier.ts';

const carrier = await aCarrier();
const { vobiz } = carrier;

describe('a call is charged for at its hangup', () => {
  const hangUp = (tenantId: TenantId, callId: CallId, verified: boolean) =>
    carrier.own.database.inTenant(tenantId, (tx) =>
      enqueueAfterHangup(tx, { tenantId, callId, verified, accountId: vobiz.authId }),
    );
  const waiting = async (tenantId: TenantId) => {
    const [row] = await carrier.own.admin<{ charges: number; jobs: number }>(
      `select (select count(*)::int from call_charges where tenant_id = $1) as charges,
              (select count(*)::int from graphile_worker.jobs j join calls c on j.key = 'charge ' || c.id
                where c.tenant_id = $1) as jobs`,
      [tenantId],
    );
    return row;
  };

  beforeEach(async () => {
    await carrier.own.admin('delete from phone_numbers');
    await carrier.own.admin('update platform_settings set vobiz_app_id = $1, vobiz_api_key = $2', [
      vobiz.authId,
      Buffer.from('sealed'),
    ]);
  });

  test.each<[string, (tenantId: TenantId) => Promise<unknown>, number]>([
    ['but not to an unknown number', async () => {}, 0],
    ['but not to a tenant’s own number without a key', (id) => carrier.aNumber(id), 0],
    [
      'but not to one bought with another account',
      (id) => carrier.aNumber(id, { boughtWith: 'MA_BEFORE' }),
      0,
    ],
    [
      'to one bought with the platform’s account',
      (id) => carrier.aNumber(id, { boughtWith: vobiz.authId }),
      1,
    ],
    ['to a number with a key', (id) => carrier.aNumber(id, { key: 'key' }), 1],
  ])('%s', async (_, having, amount) => {
    const { id } = await carrier.aTenant();
    await having(id);
    await hangUp(id, await aCallOf(carrier.own, id), true);
    expect(await waiting(id)).toEqual({ charges: amount, jobs: amount });
  });

  test('but of calls that a stranger may have made 200 wait at most; a caller’s does all the same', async () => {
    const { id } = await carrier.aTenant();
    await carrier.aNumber(id, { boughtWith: vobiz.authId });
    const first = await aCallOf(carrier.own, id);
    for (let made = 1; made < 200; made += 1) {
      const callId = await aCallOf(carrier.own, id);
      await carrier.own.admin('insert into call_charges (tenant_id, call_id) values ($1, $2)', [id, callId]);
    }
    await hangUp(id, first, false);
    expect(await waiting(id)).toEqual({ charges: 200, jobs: 1 });
    await hangUp(id, await aCallOf(carrier.own, id), false);
    expect(await waiting(id)).toEqual({ charges: 200, jobs: 1 });
    await hangUp(id, await aCallOf(carrier.own, id), true);
    expect(await waiting(id)).toEqual({ charges: 201, jobs: 2 });
  });
});
