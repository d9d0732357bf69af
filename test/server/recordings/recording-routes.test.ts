import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sounds } from '../../fakes/recordings.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, staffOf } from '../../support/viewer.ts';
import { aRecorder } from './a-recorder.ts';

const recorder = await aRecorder();
const { own, tenant, play } = recorder;
const { id } = await recorder.kept(sounds.wav);
const listener = staffOf(tenant.id).viewer;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test.each([
  ['staff', listener],
  ['an admin of its tenant', anAdminOf(tenant.id).viewer],
  ['a super admin', aSuperAdmin().viewer],
])('%s hears a recording whole', async (_, viewer) => {
  const response = await play(id, viewer);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'audio/wav',
    'content-length': `${sounds.wav.length}`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(await bytesOf(response)).toEqual(sounds.wav);
});

test('a stranger doesn’t hear it without signing in, and another tenant’s people are told that there is none', async () => {
  const other = await aTenant(own);
  expect((await play(id)).status).toBe(401);
  for (const stranger of [staffOf(other.id), anAdminOf(other.id)]) {
    const response = await play(id, stranger.viewer);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'There is no such recording.' });
  }
});

test.each(['nonsense', '00000000-0000-4000-8000-000000000000', '..%2F..%2Fsecret-key'])(
  'there is no recording %s',
  async (unknown) => {
    expect((await play(unknown, listener)).status).toBe(404);
  },
);

test('one that isn’t here yet can’t be heard', async () => {
  const waiting = await recorder.row(await recorder.noteRecording());
  expect((await play(waiting.id, listener)).status).toBe(404);
});

describe('a range', () => {
  const size = sounds.wav.length;

  test.each([
    ['bytes=0-3', 0, 3],
    ['bytes=100-', 100, size - 1],
    ['bytes=-5', size - 5, size - 1],
    [`bytes=10-${size * 2}`, 10, size - 1],
  ])('%s is served', async (range, start, end) => {
    const response = await play(id, listener, { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${size}`);
    expect(response.headers.get('content-length')).toBe(`${end - start + 1}`);
    expect(await bytesOf(response)).toEqual(sounds.wav.subarray(start, end + 1));
  });

  test('past the end is refused', async () => {
    const response = await play(id, listener, { headers: { range: `bytes=${size}-` } });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${size}`);
  });

  test('of another file is answered with the whole', async () => {
    const etag = (await play(id, listener)).headers.get('etag') ?? '';
    const asked = async (validator: string) =>
      (await play(id, listener, { headers: { range: 'bytes=0-3', 'if-range': validator } })).status;
    expect([await asked(etag), await asked('"another"')]).toEqual([206, 200]);
  });
});

test('HEAD tells what there is', async () => {
  const response = await play(id, listener, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-length')).toBe('10');
  expect(await bytesOf(response)).toHaveLength(0);
});

test('a recording can’t be changed here', async () => {
  const response = await play(id, listener, { method: 'DELETE' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('one whose file is missing is none', async () => {
  const lost = await recorder.kept(sounds.mp3);
  rmSync(join(recorder.dataDir, 'recordings', tenant.id, lost.id));
  expect((await play(lost.id, listener)).status).toBe(404);
});
