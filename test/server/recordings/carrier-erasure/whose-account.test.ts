import { beforeEach, describe, expect, test } from 'vitest';
import type { CallRecording } from '../../../../server/calls/call-recording.ts';
import type { CallId } from '../../../../server/infra/ids.ts';
import { Secret } from '../../../../server/infra/secrets.ts';
import { sounds } from '../../../fakes/recordings.ts';
import { aRecorder } from '../a-recorder.ts';

const recorder = await aRecorder();
const { own, media, recordings, state } = recorder;
const work = recordings.tasks['delete-carrier-recordings'];

let asked: { account: string; key: string; recordingId: string }[] = [];

const erasureOf = async (callId: string) => {
  const [erasure] = await own.admin<{ status: string; reason: string | null }>(
    'select status, reason from recording_erasures where call_id = $1',
    [callId],
  );
  return erasure;
};
const noteVerified = (recording?: Partial<CallRecording>) =>
  recorder.noteRecording(recording, undefined, { verified: true });
const eraseCall = (callId: CallId) => own.admin('delete from calls where id = $1', [callId]);
const ownAccount = () => ({ account: media.authId, key: media.authToken });

beforeEach(() => {
  asked = [];
  state.platform = { mode: 'DEMO' };
  state.deleteAtCarrier = async ({ appId, apiKey }, recordingId) => {
    asked.push({ account: appId, key: apiKey.reveal(), recordingId });
    return { outcome: 'done', value: undefined };
  };
});

describe('with whose key', () => {
  const live = () => {
    const credentials = { appId: 'MA_PLATFORM', apiKey: new Secret('platform-key') };
    state.platform = { mode: 'LIVE', credentials };
  };
  const number = (change: string) => own.admin(`update phone_numbers set ${change}`);
  const stored = async () =>
    (await own.admin<{ key: Buffer }>('select provider_api_key as key from phone_numbers'))[0]?.key;
  let key: Buffer | undefined;

  beforeEach(async () => {
    key ??= await stored();
    await own.admin('delete from left_keys');
    await own.admin(
      `update phone_numbers set provider_api_key = $1, key_account = null, account = null, source = 'OWN'`,
      [key],
    );
    await own.admin('delete from recordings');
    await own.admin('delete from recording_erasures');
  });

  test('a number that was bought with the platform’s account is the platform’s', async () => {
    live();
    await number(`provider_api_key = null, source = 'MARKETPLACE', account = 'MA_PLATFORM'`);
    await own.admin('delete from left_keys');
    const callIds = [
      await noteVerified({ accountId: undefined }),
      await noteVerified({ accountId: 'MA_PLATFORM' }),
      await noteVerified({ accountId: 'MA_ANOTHER' }),
    ] as const;
    for (const callId of callIds) await eraseCall(callId);
    await work();
    expect(asked.map(({ account, key }) => `${account} ${key}`)).toEqual(
      Array(2).fill('MA_PLATFORM platform-key'),
    );
    // Another account answers 404 for what it never had, which proves nothing.
    expect(await erasureOf(callIds[2])).toMatchObject({
      status: 'PENDING',
      reason: 'No key for the Vobiz account MA_ANOTHER is stored any more.',
    });
  });

  test.each([
    ['a tenant’s own without a key', `provider_api_key = null`, /^No key is stored for this number’s own/],
    [
      'bought with another account',
      `provider_api_key = null, source = 'MARKETPLACE', account = 'MA_BEFORE'`,
      /another Vobiz account/,
    ],
    ['unknown', `e164 = '+917971543299'`, /isn’t known here/],
    [
      'of another account than the webhook named',
      `key_account = 'MA_REPLACED'`,
      /No key for the Vobiz account/,
    ],
  ])('a number that is %s has nothing deleted with any other account', async (_, change, reason) => {
    live();
    await number(change);
    const callId = await noteVerified({ accountId: change.includes('MA_REPLACED') ? 'MA_FIRST' : undefined });
    await eraseCall(callId);
    await work();
    await number(`e164 = '+917971543252'`);
    expect(asked).toEqual([]);
    expect(await erasureOf(callId)).toMatchObject({
      status: 'PENDING',
      reason: expect.stringMatching(reason),
    });
  });

  test('a key that was taken away is kept while its number has recordings, and goes with the last', async () => {
    const { callId } = await recorder.kept(sounds.mp3);
    await number('provider_api_key = null');
    await work();
    expect(await own.admin('select from left_keys')).toHaveLength(1);
    await eraseCall(callId);
    await work();
    expect(asked).toEqual([{ ...ownAccount(), recordingId: 'rec-1' }]);
    expect(await own.admin('select from left_keys')).toEqual([]);
  });

  test('a key that was taken away without recordings is gone', async () => {
    await number('provider_api_key = null');
    expect(await own.admin('select from left_keys')).toEqual([]);
  });
});
