import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CallRecording } from '../../../server/calls/call-recording.ts';
import { OutboundRefused } from '../../../server/infra/outbound/outbound-error.ts';
import { UnfitRecording } from '../../../server/recordings/unfit-recording.ts';
import { type MediaReply, sounds } from '../../fakes/recordings.ts';
import { soundOf } from '../../fakes/spoken-sound.ts';
import { aRecorder } from './a-recorder.ts';

const { own, media, foreign, recordings, tenant, aCall, dataDir } = await aRecorder();

async function fetched(recording: Partial<CallRecording>, ms = 2_000) {
  const call = { tenantId: tenant.id, callId: await aCall() };
  return recordings.speech(
    call,
    { url: media.urlOf('/1.wav'), accountId: media.authId, ...recording },
    { ms },
  );
}

test('what was said comes as it was recorded, and nothing of it is kept', async () => {
  expect(await fetched({ url: media.saying('Namaste').url })).toEqual({
    sound: soundOf('Namaste'),
    contentType: 'audio/wav',
  });
  expect(readdirSync(join(dataDir, 'recordings', '.incoming'))).toEqual([]);
  expect(await own.admin('select from recordings')).toEqual([]);
});

test('one that is told of a moment too early is asked for again', async () => {
  media.next({ status: 404 }, { cutAfter: sounds.wav }, { sound: sounds.mp3 });
  expect(await fetched({})).toEqual({ sound: sounds.mp3, contentType: 'audio/mpeg' });
});

test('one that never comes is given up in time', async () => {
  media.next({ announces: 5_000 });
  const began = performance.now();
  await expect(fetched({}, 300)).rejects.toThrow('did not answer within');
  expect(performance.now() - began).toBeLessThan(1_500);
});

test('a host that is none of Vobiz’s is never asked', async () => {
  await expect(fetched({ url: foreign.urlOf('/1.wav') })).rejects.toThrow(OutboundRefused);
  await expect(fetched({ url: 'nowhere' })).rejects.toThrow(OutboundRefused);
  expect(foreign.requests).toEqual([]);
});

test.each<[string, MediaReply]>([
  ['a page', { sound: Buffer.from('<html>No such file</html>') }],
  ['more than one turn takes', { announces: 5 * 2 ** 20 }],
  ['a redirect to somebody else', { redirect: foreign.urlOf('/1.wav') }],
])('%s is refused at once', async (_, reply) => {
  const before = media.requests.length;
  media.next(reply);
  await expect(fetched({})).rejects.toThrow('redirect' in reply ? OutboundRefused : UnfitRecording);
  expect(media.requests).toHaveLength(before + 1);
});

test('without an account to ask with, the server asks no host', async () => {
  const before = media.requests.length;
  await expect(fetched({ accountId: undefined })).rejects.toThrow('named no account');
  expect(media.requests).toHaveLength(before);
});
