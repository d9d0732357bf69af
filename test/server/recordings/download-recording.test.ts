import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../server/infra/secrets.ts';
import { sounds } from '../../fakes/recordings.ts';
import { aRecorder } from './a-recorder.ts';

const recorder = await aRecorder();
const { own, media, otherMedia, foreign, tenant, noteRecording, row, rows, download, dataDir } = recorder;
const incoming = join(dataDir, 'recordings', '.incoming');
const fileOf = (id: string) => join(dataDir, 'recordings', tenant.id, id);
const left = () => (existsSync(incoming) ? readdirSync(incoming) : []);
const jobs = () =>
  own.admin<{ key: string }>(`select key from graphile_worker._private_jobs where key like 'download %'`);

beforeEach(async () => {
  media.has({ status: 404 });
  for (const host of [media, otherMedia, foreign]) host.requests.length = 0;
  recorder.state.platform = { mode: 'DEMO' };
  await own.admin('delete from graphile_worker._private_jobs');
});

test.each([
  ['mp3', sounds.mp3, 'audio/mpeg'],
  ['mp3 with a tag', sounds.taggedMp3, 'audio/mpeg'],
  ['wav', sounds.wav, 'audio/wav'],
  ['ogg', sounds.ogg, 'audio/ogg'],
])('a recording that is %s is fetched with both headers and kept, as what it is', async (_, sound, type) => {
  const { id, ...kept } = await recorder.kept(sound);
  expect(media.requests).toMatchObject([
    { url: '/1.mp3', headers: { 'x-auth-id': media.authId, 'x-auth-token': media.authToken } },
  ]);
  const sha256 = createHash('sha256').update(sound).digest('hex');
  expect(kept).toMatchObject({
    status: 'KEPT',
    content_type: type,
    sha256,
    stored_in: 'DISK',
    source_url: null,
  });
  expect(readFileSync(fileOf(id))).toEqual(sound);
  expect(left()).toEqual([]);
});

test('its address is stored encrypted, and one job fetches it however often it is told of', async () => {
  const url = media.urlOf('/1.mp3?signature=open-sesame');
  const callId = await noteRecording({ url, durationSeconds: undefined });
  await noteRecording({ url, durationSeconds: 31 }, callId);
  await noteRecording({ url, id: undefined }, callId);
  const { id, source_url, ...noted } = await row(callId);
  expect(noted).toMatchObject({ status: 'WAITING', source_host: media.host, duration_seconds: 31 });
  expect(source_url?.toString('latin1')).not.toContain('open-sesame');
  expect(await jobs()).toEqual([{ key: `download ${id}` }]);
});

describe('a host that isn’t Vobiz’s', () => {
  test.each([
    ['elsewhere', () => foreign.urlOf('/1.mp3')],
    ['by another port', () => media.urlOf('/1.mp3').replace(/:\d+\//, ':1/')],
    ['with a media host as its user', () => `http://${media.host}@${foreign.host}/1.mp3`],
    ['with credentials', () => `http://user:word@${media.host}/1.mp3`],
    ['by another protocol', () => `ftp://${media.host}/1.mp3`],
    ['that is no address', () => 'recording one'],
  ])('%s is never asked', async (_, url) => {
    const callId = await noteRecording({ url: url() });
    expect(await row(callId)).toMatchObject({
      status: 'REFUSED',
      source_url: null,
      reason: expect.any(String),
    });
    expect(await jobs()).toEqual([]);
    await download(callId);
    expect([...foreign.requests, ...media.requests]).toEqual([]);
  });

  test('is never asked where a redirect leads to it, and sees no header', async () => {
    media.next({ redirect: foreign.urlOf('/1.mp3') });
    const callId = await noteRecording();
    await download(callId);
    expect(await row(callId)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringMatching(/redirects to an address/),
    });
    expect(media.requests).toHaveLength(1);
    expect(foreign.requests).toEqual([]);
  });

  test('named first doesn’t keep the real one from being fetched', async () => {
    const callId = await noteRecording({ url: foreign.urlOf('/1.mp3') });
    media.next({ sound: sounds.mp3 });
    await noteRecording({}, callId);
    await download(callId);
    expect(await row(callId)).toMatchObject({ status: 'KEPT', source_host: media.host });
    await noteRecording({ url: foreign.urlOf('/2.mp3') }, callId);
    expect(await row(callId)).toMatchObject({ status: 'KEPT', source_host: media.host });
  });
});

test('a redirect between media hosts keeps both headers', async () => {
  media.next({ redirect: otherMedia.urlOf('/2.mp3') });
  otherMedia.has({ sound: sounds.wav });
  const callId = await noteRecording();
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'KEPT' });
  expect(otherMedia.requests).toMatchObject([{ headers: { 'x-auth-token': media.authToken } }]);
});

test.each([
  ['a page', { sound: Buffer.from('<!doctype html><script>alert(1)</script>'), contentType: 'audio/mpeg' }],
  ['a few letters', { sound: Buffer.from('hello') }],
  ['one that says it is larger than anything that is kept', { announces: 300 * 2 ** 20 }],
])('what comes as %s is thrown away for good', async (_, reply) => {
  media.next(reply);
  const callId = await noteRecording();
  await download(callId);
  const { id, ...refused } = await row(callId);
  expect(refused).toMatchObject({ status: 'REFUSED', stored_in: null, source_url: null });
  expect(existsSync(fileOf(id))).toBe(false);
  expect(left()).toEqual([]);
});

test.each([
  ['an error', { status: 500 }, /answered 500/],
  ['not yet there', { status: 404 }, /isn’t there yet/],
  ['still empty', { sound: Buffer.alloc(0) }, /still empty/],
  ['a cut connection', { cutAfter: sounds.mp3 }, /broke/],
])('what comes as %s is tried again', async (_, reply, reason) => {
  media.next(reply, { sound: sounds.mp3 });
  const callId = await noteRecording();
  await expect(download(callId)).rejects.toThrow(reason);
  expect(await row(callId)).toMatchObject({
    status: 'WAITING',
    attempts: 1,
    reason: expect.stringMatching(reason),
  });
  expect(left()).toEqual([]);
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'KEPT', reason: null });
});

test('after twelve attempts it is left alone, until it is told of again', async () => {
  const callId = await noteRecording();
  for (let attempt = 1; attempt < 12; attempt++) await expect(download(callId)).rejects.toThrow('404');
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'FAILED', attempts: 12 });
  media.next({ sound: sounds.mp3 });
  await noteRecording({}, callId);
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'KEPT' });
});

test('fetching what is kept already does nothing', async () => {
  const { callId } = await recorder.kept(sounds.mp3);
  await download(callId);
  expect(media.requests).toHaveLength(1);
});

test('a call has fifty recordings at most', async () => {
  const callId = await noteRecording();
  for (let index = 0; index < 55; index++)
    await noteRecording({ url: foreign.urlOf(`/${index}`), id: `${index}` }, callId);
  expect(await rows(callId)).toHaveLength(50);
});

describe('the key', () => {
  const withoutOwnKey = async (work: () => Promise<void>) => {
    const [number] = await own.admin<{ key: Buffer }>('select provider_api_key as key from phone_numbers');
    await own.admin('update phone_numbers set provider_api_key = null');
    await work();
    await own.admin(`update phone_numbers set provider_api_key = $1, account = null, source = 'OWN'`, [
      number?.key,
    ]);
  };
  const platformIs = (appId: string) => {
    recorder.state.platform = { mode: 'LIVE', credentials: { appId, apiKey: new Secret(media.authToken) } };
  };

  test('is the platform’s for a number that was bought with it', async () => {
    platformIs(media.authId);
    await withoutOwnKey(async () => {
      await own.admin(`update phone_numbers set source = 'MARKETPLACE', account = $1`, [media.authId]);
      const { status } = await recorder.kept(sounds.mp3);
      expect(status).toBe('KEPT');
    });
    expect(media.requests[0]?.headers['x-auth-id']).toBe(media.authId);
  });

  test('is the platform’s for a tenant’s own number where that account is named', async () => {
    platformIs(media.authId);
    await withoutOwnKey(async () => {
      media.next({ sound: sounds.mp3 });
      const callId = await noteRecording({}, undefined, { verified: true });
      await download(callId);
      expect(await row(callId)).toMatchObject({ status: 'KEPT' });
    });
  });

  test.each<[string, { accountId?: string; verified: boolean; boughtWith?: string }, RegExp]>([
    ['own number, where no account was named', { verified: true, accountId: '' }, /No key is stored/],
    ['number of another account', { verified: true, boughtWith: 'MA_BEFORE' }, /another Vobiz account/],
  ])('is not the platform’s for a tenant’s %s', async (_, { verified, boughtWith, accountId }, reason) => {
    platformIs(media.authId);
    await withoutOwnKey(async () => {
      if (boughtWith !== undefined)
        await own.admin(`update phone_numbers set source = 'MARKETPLACE', account = $1`, [boughtWith]);
      const named = accountId === '' ? { accountId: undefined } : {};
      const callId = await noteRecording(named, undefined, { verified });
      await expect(download(callId)).rejects.toThrow(reason);
    });
    expect(media.requests).toEqual([]);
  });

  test('is waited for where there is none yet', async () => {
    await withoutOwnKey(async () => {
      const callId = await noteRecording();
      await expect(download(callId)).rejects.toThrow('no provider API key');
      expect(await row(callId)).toMatchObject({ status: 'WAITING', attempts: 1 });
    });
    expect(media.requests).toEqual([]);
  });

  test('is never another tenant’s', async () => {
    const callId = await recorder.aCall();
    await own.admin(`update calls set "to" = '+917971543299' where id = $1`, [callId]);
    await noteRecording({}, callId);
    await expect(download(callId)).rejects.toThrow('none of this tenant’s');
    expect(media.requests).toEqual([]);
  });
});
