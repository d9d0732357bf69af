import { afterEach, expect, test } from 'vitest';
import { Secret } from '../../../server/infra/secrets.ts';
import { UnfitRecording } from '../../../server/recordings/unfit-recording.ts';
import { sounds } from '../../fakes/recordings.ts';
import { aRecorder } from './a-recorder.ts';

const recorder = await aRecorder();
const { own, media, tenant, noteRecording, download, row, kept, recordings } = recorder;

afterEach(async () => {
  media.requests.length = 0;
});

const keyAccount = async () =>
  (await own.admin<{ account: string | null }>('select key_account as account from phone_numbers'))[0]
    ?.account;

/** Another key was entered, and then the first again. */
const anotherKey = async () => {
  const [number] = await own.admin<{ key: Buffer }>('select provider_api_key as key from phone_numbers');
  for (const key of [Buffer.from('another'), number?.key])
    await own.admin('update phone_numbers set provider_api_key = $1', [key]);
};

test('the account that Vobiz accepted with the number’s key is the number’s own from then on', async () => {
  expect(await keyAccount()).toBeNull();
  await kept(sounds.mp3, { verified: true });
  expect(await keyAccount()).toBe(media.authId);
});

test('what a stranger named is served by Vobiz’s media host, and proves nothing', async () => {
  await anotherKey();
  await kept(sounds.mp3, { verified: false });
  const call = { tenantId: tenant.id, callId: await recorder.aCall() };
  media.next({ sound: sounds.mp3 });
  await recordings.speech(call, { url: media.urlOf('/1.wav'), accountId: media.authId }, { ms: 1_000 });
  expect(await keyAccount()).toBeNull();
  await kept(sounds.mp3, { verified: true });
  expect(await keyAccount()).toBe(media.authId);
});

test('another account that a webhook names is asked with for no recording, and the reason is kept', async () => {
  const callId = await noteRecording({ accountId: 'MA_STRANGER' });
  await download(callId);
  expect(await row(callId)).toMatchObject({
    status: 'REFUSED',
    reason: expect.stringMatching(/ParentAuthID\) that isn’t the number’s own/),
  });
  expect(media.requests).toEqual([]);
});

test('nor for what was recorded of a turn', async () => {
  const call = { tenantId: tenant.id, callId: await recorder.aCall() };
  const recording = { url: media.urlOf('/1.wav'), accountId: 'MA_STRANGER' };
  await expect(recordings.speech(call, recording, { ms: 1_000 })).rejects.toThrow(UnfitRecording);
  expect(media.requests).toEqual([]);
});

test('a webhook that names no account is served with the number’s own', async () => {
  media.next({ sound: sounds.mp3 });
  const callId = await noteRecording({ accountId: undefined });
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'KEPT' });
  expect(media.requests[0]?.headers['x-auth-id']).toBe(media.authId);
});

test('what Vobiz refused proves nothing', async () => {
  await anotherKey();
  const callId = await noteRecording({ accountId: 'MA_STRANGER' });
  await expect(download(callId)).rejects.toThrow('refused the number’s key');
  expect(await keyAccount()).toBeNull();
});

test('with another key, the account is learnt anew', async () => {
  await kept(sounds.mp3, { verified: true });
  expect(await keyAccount()).toBe(media.authId);
  await anotherKey();
  expect(await keyAccount()).toBeNull();
});

test('with the platform’s key goes the platform’s account alone', async () => {
  await own.admin('update phone_numbers set provider_api_key = null');
  const credentials = { appId: 'MA_PLATFORM', apiKey: new Secret(media.authToken) };
  recorder.state.platform = { mode: 'LIVE', credentials };
  const callId = await noteRecording({ accountId: 'MA_STRANGER' });
  await download(callId);
  expect(await row(callId)).toMatchObject({ status: 'REFUSED' });
  expect(media.requests).toEqual([]);
});
