import { beforeEach, describe, expect, test } from 'vitest';
import type { CallRecording } from '../../../../server/calls/call-recording.ts';
import { CustomerErasure } from '../../../../server/calls/retention/customer-erasure.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import type { CallId } from '../../../../server/infra/ids.ts';
import type { Answer } from '../../../../server/numbers/number-provider.ts';
import { eraseTenant } from '../../../../server/tenants/erasure-and-export/erase-tenant.job.ts';
import { sounds } from '../../../fakes/recordings.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aSuperAdmin } from '../../../support/viewer.ts';
import { aRecorder } from '../a-recorder.ts';

const recorder = await aRecorder();
const { own, tenant, media, recordings, state } = recorder;
const work = recordings.tasks['delete-carrier-recordings'];

type Asked = { account: string; key: string; recordingId: string };
let asked: Asked[] = [];
let answers: Answer<void>[] = [];

type Erasure = { status: string; carrier_id: string | null; reason: string | null; attempts: number };
const erasureOf = async (callId: string): Promise<Erasure | undefined> => {
  const [erasure] = await own.admin<Erasure>(
    'select status, carrier_id, reason, attempts from recording_erasures where call_id = $1',
    [callId],
  );
  return erasure;
};
const noteVerified = (recording?: Partial<CallRecording>, callId?: CallId) =>
  recorder.noteRecording(recording, callId, { verified: true });
const eraseCall = (callId: CallId) => own.admin('delete from calls where id = $1', [callId]);
/** As if the pause were over. */
const due = () =>
  own.admin(
    `update recording_erasures set next_attempt_at = now() - interval '1 second' where status = 'PENDING'`,
  );

beforeEach(async () => {
  asked = [];
  answers = [];
  state.platform = { mode: 'DEMO' };
  state.deleteAtCarrier = async ({ appId, apiKey }, recordingId) => {
    asked.push({ account: appId, key: apiKey.reveal(), recordingId });
    return answers.shift() ?? { outcome: 'done', value: undefined };
  };
  await own.admin('delete from recording_erasures');
});

const ownAccount = () => ({ account: media.authId, key: media.authToken });

describe('Vobiz’s recording goes', () => {
  test('with its call', async () => {
    const { callId } = await recorder.kept(sounds.mp3);
    await eraseCall(callId);
    expect(await erasureOf(callId)).toMatchObject({ status: 'PENDING', carrier_id: 'rec-1' });
    const jobs = await own.admin(
      `select from graphile_worker.jobs where task_identifier = 'delete-carrier-recordings'`,
    );
    expect(jobs).toHaveLength(1);
    await work();
    expect(asked).toEqual([{ ...ownAccount(), recordingId: 'rec-1' }]);
    expect(await erasureOf(callId)).toEqual({
      status: 'DELETED',
      carrier_id: 'rec-1',
      reason: null,
      attempts: 1,
    });
    await work();
    expect(asked).toHaveLength(1);
  });

  test('with its customer', async () => {
    const customerId = await aCustomer(own, tenant.id);
    const callId = await noteVerified();
    await own.admin('update calls set customer_id = $2 where id = $1', [callId, customerId]);
    await new CustomerErasure(own.database, systemClock).erase(customerId, aSuperAdmin());
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'DELETED' });
  });

  test('when the tenant’s time to keep it is over', async () => {
    const { callId } = await recorder.kept(sounds.mp3);
    await own.admin('update tenants set recording_retention_days = 1');
    await own.admin(`update calls set started_at = now() - interval '2 days' where id = $1`, [callId]);
    await recordings.tasks['purge-recordings']();
    await own.admin('update tenants set recording_retention_days = null');
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'DELETED' });
  });

  test('also where nothing was fetched yet', async () => {
    const callId = await noteVerified();
    await eraseCall(callId);
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'DELETED' });
  });
});

describe('what was recorded only to understand a caller', () => {
  test('isn’t fetched, and goes at Vobiz with its call', async () => {
    const callId = await noteVerified({ isOnlyHeard: true });
    await noteVerified({ isOnlyHeard: true }, callId);
    await noteVerified({ isOnlyHeard: true, id: 'rec-2' }, callId);
    const rows = await recorder.rows(callId);
    expect(rows.map(({ status, source_url }) => [status, source_url])).toEqual(
      Array(2).fill(['REFUSED', null]),
    );
    await eraseCall(callId);
    await work();
    expect(asked.map(({ recordingId }) => recordingId).toSorted()).toEqual(['rec-1', 'rec-2']);
  });

  test('is kept after all where a later webhook tells of it as the call’s', async () => {
    const callId = await noteVerified({ isOnlyHeard: true });
    media.next({ sound: sounds.mp3 });
    await noteVerified({}, callId);
    await recorder.download(callId);
    expect(await recorder.row(callId)).toMatchObject({ status: 'KEPT' });
  });

  test('leaves nothing where Vobiz named no id for it, and not more than a call can have', async () => {
    const callId = await noteVerified({ isOnlyHeard: true, id: undefined });
    expect(await recorder.rows(callId)).toEqual([]);
    await own.admin(
      `insert into recordings (tenant_id, id, call_id, source_key, url_hash, source_host, status, reason, noted_at,
                               only_heard)
       select $1, gen_random_uuid(), $2, 'id many ' || n, '\\x00', 'x', 'REFUSED', 'x', now(), true from generate_series(1, 200) n`,
      [tenant.id, callId],
    );
    await noteVerified({ isOnlyHeard: true }, callId);
    expect(await recorder.rows(callId)).toHaveLength(200);
  });
});

describe('what a stranger told of', () => {
  test.each([
    ['a recording', {}],
    ['a turn', { isOnlyHeard: true }],
  ])('deletes nothing at Vobiz, and shows: %s', async (_, recording) => {
    const callId = await recorder.noteRecording(recording);
    await eraseCall(callId);
    await work();
    expect(asked).toEqual([]);
    expect(await erasureOf(callId)).toMatchObject({
      status: 'FAILED',
      carrier_id: null,
      reason: expect.stringMatching(/^Nothing says that Vobiz told of it/),
    });
  });

  test('is deleted once Vobiz told of the same, not where it told of another at that address', async () => {
    const [same, another] = [await recorder.noteRecording(), await recorder.noteRecording()];
    await noteVerified({}, same);
    await noteVerified({ id: 'rec-real' }, another);
    for (const callId of [same, another]) await eraseCall(callId);
    await work();
    expect(asked.map(({ recordingId }) => recordingId)).toEqual(['rec-1']);
    expect(await erasureOf(another)).toMatchObject({ status: 'FAILED' });
  });
});

describe('a deletion that fails', () => {
  test.each<[string, Exclude<Answer<void>, { outcome: 'done' }>]>([
    ['as Vobiz is away', { outcome: 'unavailable', reason: 'Vobiz can’t be reached at the moment.' }],
    ['as the key is refused', { outcome: 'refused', reason: 'Vobiz refuses the credentials (401).' }],
  ])('%s is tried again, later', async (_, answer) => {
    const callId = await noteVerified();
    await eraseCall(callId);
    answers = [answer];
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'PENDING', reason: answer.reason, attempts: 1 });
    await work();
    expect(asked).toHaveLength(1);
    await due();
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'DELETED', reason: null, attempts: 2 });
  });

  test('for 29 days is tried still, and after 30 days Vobiz has deleted it by itself', async () => {
    const callId = await noteVerified();
    await eraseCall(callId);
    const since = (days: number) =>
      own.admin(
        'update recording_erasures set attempts = 100, requested_at = now() - make_interval(days => $1)',
        [days],
      );
    const away = { outcome: 'unavailable', reason: 'Vobiz is away.' } as const;
    answers = [away, away];
    await since(29);
    await work();
    expect(await erasureOf(callId)).toMatchObject({ status: 'PENDING' });
    await since(30);
    await due();
    await work();
    expect(await erasureOf(callId)).toMatchObject({
      status: 'FAILED',
      reason: 'Vobiz is away. Vobiz itself deletes recordings after 30 days, so it isn’t tried any more.',
    });
  });

  test('at one recording keeps no other from going', async () => {
    const calls = [await noteVerified(), await noteVerified()];
    for (const callId of calls) await eraseCall(callId);
    answers = [{ outcome: 'refused', reason: 'No.' }];
    await work();
    const statuses = await Promise.all(calls.map(async (callId) => (await erasureOf(callId))?.status));
    expect(statuses.toSorted()).toEqual(['DELETED', 'PENDING']);
  });

  test('shows where no id was named, as nothing can be asked for then', async () => {
    const callId = await noteVerified({ id: undefined });
    await eraseCall(callId);
    await work();
    expect(asked).toEqual([]);
    expect(await erasureOf(callId)).toMatchObject({ status: 'FAILED', reason: 'Vobiz named no id for it.' });
  });
});

test('a tenant that is erased leaves its key only until its recordings are deleted, and a row that names nobody', async () => {
  const erased = await aRecorder();
  const deletedWith: string[] = [];
  erased.state.deleteAtCarrier = async ({ appId, apiKey }) => {
    deletedWith.push(`${appId} ${apiKey.reveal()}`);
    return deletedWith.length === 1
      ? { outcome: 'unavailable', reason: 'Vobiz is away.' }
      : { outcome: 'done', value: undefined };
  };
  const callId = await erased.noteRecording({ accountId: erased.media.authId }, undefined, {
    verified: true,
  });
  await erased.own.admin('update tenants set erasing_since = now()');
  await eraseTenant(erased.own.database, { tenantId: erased.tenant.id });
  expect(await erased.own.admin('select from tenants')).toEqual([]);
  expect(await erased.own.admin('select from left_keys')).toHaveLength(1);

  const again = erased.recordings.tasks['delete-carrier-recordings'];
  await again();
  expect(await erased.own.admin('select from left_keys')).toHaveLength(1);
  await erased.own.admin("update recording_erasures set next_attempt_at = now() - interval '1 second'");
  await again();
  expect(deletedWith).toEqual(Array(2).fill(`${erased.media.authId} ${erased.media.authToken}`));
  const [left] = await erased.own.admin('select * from recording_erasures');
  expect(left).toMatchObject({ tenant_id: erased.tenant.id, call_id: callId, status: 'DELETED' });
  expect(await erased.own.admin('select from left_keys')).toEqual([]);
});
