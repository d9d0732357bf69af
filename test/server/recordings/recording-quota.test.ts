import { expect, test } from 'vitest';
import { unkeptLoader } from '../../../server/recordings/recording.loader.ts';
import { readStored } from '../../../server/setup/setup-facts.store.ts';
import { sounds } from '../../fakes/recordings.ts';
import { aSuperAdmin } from '../../support/viewer.ts';
import { aRecorder } from './a-recorder.ts';

const recorder = await aRecorder();
const { own, media, tenant, reached, noteRecording, download, row } = recorder;

const quota = (megabytes: number) =>
  own.admin('update tenants set recording_megabytes_a_day = $2 where id = $1', [tenant.id, megabytes]);
/** Pretends that so much was stored of a call at that time. */
const stored = async (bytes: number, { verified = true, at = 'now()' } = {}) => {
  media.next({ sound: sounds.mp3 });
  const callId = await noteRecording({}, undefined, { verified });
  await download(callId);
  await own.admin(`update recordings set bytes = $2, stored_at = ${at} where call_id = $1`, [callId, bytes]);
};
const fetched = async (verified: boolean) => {
  media.next({ sound: sounds.mp3 });
  const before = media.requests.length;
  const callId = await noteRecording({}, undefined, { verified });
  await download(callId);
  const { status, reason } = await row(callId);
  return { status, reason, requests: media.requests.length - before };
};

test('past half a day’s quota, recordings of calls that strangers may have made aren’t fetched; those of others are', async () => {
  await quota(10);
  await stored(5_000_000, { verified: false });
  expect(await fetched(false)).toEqual({
    status: 'REFUSED',
    reason: 'Today’s recordings have taken the 10 MB that they may take in a day.',
    requests: 0,
  });
  expect(reached.of('recording_megabytes_a_day')).toBe(1);
  expect(await fetched(true)).toMatchObject({ status: 'KEPT' });
});

test('past all of it, none is fetched', async () => {
  await stored(5_000_000, { verified: true });
  expect(await fetched(true)).toMatchObject({ status: 'REFUSED', requests: 0 });
});

test('what was stored yesterday, on the business’s own clock, doesn’t count', async () => {
  await own.admin(
    `update recordings set stored_at = date_trunc('day', now(), 'Asia/Kolkata') - interval '1 second' where stored_at is not null`,
  );
  expect(await fetched(false)).toMatchObject({ status: 'KEPT' });
});

test('one that is larger than what is left is thrown away', async () => {
  await own.admin(`update recordings set stored_at = now() - interval '2 days' where stored_at is not null`);
  await stored(9_999_999);
  expect(await fetched(true)).toMatchObject({ status: 'REFUSED', requests: 1 });
});

test('a stranger has at most 200 recordings wait to be fetched; a caller’s wait all the same', async () => {
  const calls = await Promise.all(Array.from({ length: 4 }, () => recorder.aCall()));
  for (const callId of calls)
    for (let index = 0; index < 50; index += 1)
      await noteRecording({ url: media.urlOf(`/${index}`), id: `${index}` }, callId);
  const [one, verified] = [await noteRecording(), await noteRecording({}, undefined, { verified: true })];
  expect(await row(one)).toMatchObject({
    status: 'REFUSED',
    reason: expect.stringMatching(/200 recordings/),
  });
  expect(await row(verified)).toMatchObject({ status: 'WAITING' });
});

test('however many turns were heard, the call’s own recording is admitted', async () => {
  const callId = await recorder.aCall();
  for (let turn = 1; turn <= 60; turn += 1)
    await noteRecording({ isOnlyHeard: true, id: `turn-${turn}`, url: media.urlOf(`/turn-${turn}`) }, callId);
  await noteRecording({ id: 'whole', url: media.urlOf('/whole') }, callId, { verified: true });
  const rows = await recorder.rows(callId);
  expect(rows.map(({ status }) => status).toSorted()).toEqual([...Array(60).fill('REFUSED'), 'WAITING']);
});

test('an owner isn’t told of turns that were only heard as of recordings that were refused', async () => {
  await own.admin('delete from recordings');
  const callId = await recorder.aCall();
  const toldOf = async () => ({
    refused: (await own.database.inTenant(tenant.id, (tx) => readStored(tx, tenant.id)))?.refusedRecordings,
    unkept: (await unkeptLoader(aSuperAdmin(), own.database).load({ tenantId: tenant.id, id: callId }))
      .length,
  });
  await noteRecording({ isOnlyHeard: true, id: 'turn-1', url: media.urlOf('/turn-1') }, callId);
  expect(await toldOf()).toEqual({ refused: 0, unkept: 0 });
  await noteRecording({ id: 'elsewhere', url: 'https://elsewhere.example/1.mp3' }, callId);
  expect(await toldOf()).toEqual({ refused: 1, unkept: 1 });
});
