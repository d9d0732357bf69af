import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { sounds } from '../../fakes/recordings.ts';
import { aRecorder } from './a-recorder.ts';

const recorder = await aRecorder();
const { own, tenant, dataDir, recordings, rows } = recorder;
const fileOf = (id: string) => join(dataDir, 'recordings', tenant.id, id);
const forget = recordings.tasks['purge-recordings'];
const aged = (callId: string, days: number) =>
  own.admin(`update calls set started_at = now() - make_interval(days => $2) where id = $1`, [callId, days]);

beforeEach(() => own.admin('update tenants set recording_retention_days = null'));

test('recordings older than a tenant keeps them are deleted, rows and files', async () => {
  const [old, recent] = [await recorder.kept(sounds.mp3), await recorder.kept(sounds.wav)];
  await aged(old.callId, 31);
  await aged(recent.callId, 29);
  await forget();
  expect([await rows(old.callId), await rows(recent.callId)].flat()).toHaveLength(2);

  await own.admin('update tenants set recording_retention_days = 30 where id = $1', [tenant.id]);
  await forget();
  expect(await rows(old.callId)).toEqual([]);
  expect(existsSync(fileOf(old.id))).toBe(false);
  expect(await rows(recent.callId)).toHaveLength(1);
  expect(existsSync(fileOf(recent.id))).toBe(true);
  expect(await own.admin('select from recording_leftovers')).toEqual([]);
});

test('a recording goes with its call', async () => {
  const { callId, id } = await recorder.kept(sounds.mp3);
  await own.database.inTenant(tenant.id, (tx) =>
    tx.db.deleteFrom('calls').where('id', '=', callId).execute(),
  );
  await forget();
  expect(existsSync(fileOf(id))).toBe(false);
});

test('what was deleted while it was being fetched doesn’t stay', async () => {
  const callId = await recorder.noteRecording();
  const { id } = await recorder.row(callId);
  const job = { tenantId: tenant.id, recordingId: id };
  // As a download finds it that was under way: the file is there, the row is gone.
  recorder.media.next({ sound: sounds.mp3 });
  await own.admin(`create function gone() returns trigger language plpgsql as $$ begin return null; end $$;
                   create trigger gone before update on recordings for each row execute function gone()`);
  await recordings.tasks['download-recording'](job);
  await own.admin('drop function gone cascade');
  expect(existsSync(fileOf(id))).toBe(false);
});

test('pieces that a killed process left are removed after a day', async () => {
  const incoming = join(dataDir, 'recordings', '.incoming');
  mkdirSync(incoming, { recursive: true });
  for (const name of ['old', 'new']) writeFileSync(join(incoming, name), 'piece');
  const twoDaysAgo = Date.now() / 1_000 - 2 * 86_400;
  utimesSync(join(incoming, 'old'), twoDaysAgo, twoDaysAgo);
  await forget();
  expect(readdirSync(incoming)).toEqual(['new']);
});
