import { describe, expect, test } from 'vitest';
import { Flood } from '../../../../server/calls/admission/flood.ts';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';
import type { TenantProfile } from '../../../../server/tenants/tenant-directory.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();
const model: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  async *reply() {
    yield 'Yes.';
  },
};
/** Two processes on one database. */
const [here, there] = [await aCallService(own, model), await aCallService(own, model)];
const hungUp = { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined } as const;

const aTenantBoundTo = async (bounds: Partial<TenantProfile['bounds']>): Promise<TenantProfile> => {
  const tenant = await aTenantToCall(own, here.directory);
  return { ...tenant, bounds: { newCallsAMinute: 60, callsAtOnce: 40, modelTurnsADay: 2_000, ...bounds } };
};
const storedOf = async ({ id }: TenantProfile) =>
  (await own.admin('select from calls where tenant_id = $1', [id])).length;
const customersOf = async ({ id }: TenantProfile) =>
  (await own.admin('select from customers where tenant_id = $1', [id])).length;
/** How many of these were taken; any other failure than by a flood fails the test. */
async function takenOf(attempts: readonly Promise<unknown>[]): Promise<number> {
  const outcomes = await Promise.allSettled(attempts);
  const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(failures.every((error) => error instanceof Flood)).toBe(true);
  return outcomes.length - failures.length;
}

const firsts: Record<string, (call: CallIdentity, at: typeof here) => Promise<unknown>> = {
  'answer webhooks': (call, { calls }) => calls.answer(call),
  'input webhooks of calls that were never answered here': (call, { calls }) =>
    calls.input(call, spoke('Hi', 1)),
  'hangups of calls that were never answered here': (call, { calls }) => calls.hangUp(call, hungUp),
  'recordings of calls that were never answered here': (call, { calls }) => calls.recorded(call),
};

describe('of 300 calls that a stranger invents at once, two processes take as many as may begin in a minute', () => {
  test.each(Object.entries(firsts))('by %s', async (_, invent) => {
    const tenant = await aTenantBoundTo({ callsAtOnce: 100_000 });
    const attempts = Array.from({ length: 300 }, (_, index) =>
      invent(
        aCall(tenant, { from: `+9198765${String(index).padStart(5, '0')}` as never }),
        index % 2 ? here : there,
      ),
    );
    expect(await takenOf(attempts)).toBe(60);
    expect(await storedOf(tenant)).toBe(60);
    expect(await customersOf(tenant)).toBe(60);
  });
});

test('of a stranger’s 300 calls, two processes have 40 under way at once', async () => {
  const tenant = await aTenantBoundTo({ newCallsAMinute: 100_000 });
  const attempts = Array.from({ length: 300 }, (_, index) =>
    (index % 2 ? here : there).calls.answer(aCall(tenant)),
  );
  expect(await takenOf(attempts)).toBe(40);
  expect(await storedOf(tenant)).toBe(40);
});

describe('while a stranger floods a business', async () => {
  const tenant = await aTenantBoundTo({ newCallsAMinute: 3 });
  const [first, second, third] = [aCall(tenant), aCall(tenant), aCall(tenant)];
  for (const call of [first, second, third]) await here.calls.answer(call);
  await expect(here.calls.answer(aCall(tenant))).rejects.toThrow(Flood);

  test('verified callers are never turned away, and don’t count', async () => {
    for (let index = 0; index < 5; index += 1)
      expect(await here.calls.answer(aCall(tenant, { verified: true }))).toMatchObject([
        { step: 'listen' },
        {},
        {},
      ]);
    expect(await storedOf(tenant)).toBe(8);
  });

  test('calls under way go on, in whichever process', async () => {
    expect(await here.calls.answer(first)).toMatchObject([{ step: 'listen' }, {}, {}]);
    expect(await there.calls.input(second, spoke('Are you open?', 1))).toMatchObject([
      { saying: 'Yes.' },
      {},
      {},
    ]);
    await there.calls.hangUp(third, hungUp);
  });

  test('another business notices nothing', async () => {
    const neighbour = await aTenantBoundTo({ newCallsAMinute: 3 });
    expect(await here.calls.answer(aCall(neighbour))).toMatchObject([{ step: 'listen' }, {}, {}]);
  });

  test('the hangup of a caller who was turned away leaves nothing behind', async () => {
    const call = aCall(tenant);
    const before = await storedOf(tenant);
    await expect(here.calls.answer(call)).rejects.toThrow(Flood);
    await here.calls.hangUp(call, hungUp);
    expect(await storedOf(tenant)).toBe(before);
  });

  test('each call that is turned away is counted', async () => {
    const before = here.reached.of('new_calls_a_minute');
    await takenOf([here.calls.answer(aCall(tenant)), here.calls.input(aCall(tenant), spoke('Hi', 1))]);
    expect(here.reached.of('new_calls_a_minute') - before).toBe(2);
  });
});

test('a stranger’s calls of which nothing is heard for two minutes keep no caller out', async () => {
  const tenant = await aTenantBoundTo({ callsAtOnce: 1 });
  await here.calls.answer(aCall(tenant));
  await expect(there.calls.answer(aCall(tenant))).rejects.toThrow(Flood);
  await own.admin(`update calls set last_heard_at = now() - interval '121 seconds' where tenant_id = $1`, [
    tenant.id,
  ]);
  expect(await here.calls.answer(aCall(tenant))).toMatchObject([{ step: 'listen' }, {}, {}]);
});

test('a minute after a flood, callers are taken again', async () => {
  const tenant = await aTenantBoundTo({ newCallsAMinute: 1 });
  await here.calls.answer(aCall(tenant));
  await expect(there.calls.answer(aCall(tenant))).rejects.toThrow(Flood);
  await own.admin(`update calls set started_at = now() - interval '61 seconds' where tenant_id = $1`, [
    tenant.id,
  ]);
  expect(await here.calls.answer(aCall(tenant))).toMatchObject([{ step: 'listen' }, {}, {}]);
});

test('ids that a stranger invents count as no calls in progress, as long as they open none', async () => {
  const tenant = await aTenantToCall(own, here.directory);
  const { open } = here.admission.figures;
  for (let times = 0; times < 20; times += 1) {
    await here.calls.continue(aCall(tenant), { kind: 'continued', turn: 1, part: 0 });
    await here.calls.recordingBegan(aCall(tenant), { kind: 'recordingBegun', turn: 1 });
  }
  expect(here.admission.figures.open).toBe(open);
});

test('a stranger who was turned away with a caller’s id doesn’t keep the caller’s call from ending', async () => {
  const tenant = await aTenantBoundTo({ newCallsAMinute: 0 });
  const call = aCall(tenant, { verified: true });
  await here.calls.answer(call);
  await expect(there.calls.answer(aCall(tenant))).rejects.toThrow(Flood);
  await expect(there.calls.answer({ ...call, verified: false })).rejects.toThrow(Flood);

  await there.calls.hangUp(call, hungUp);
  const rows = await own.admin('select status from calls where provider_call_id = $1', [call.providerCallId]);
  expect(rows).toEqual([{ status: 'COMPLETED' }]);
});
