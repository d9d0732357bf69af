import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeMedia, sounds } from '../../fakes/recordings.ts';

let media: FakeMedia;
beforeAll(async () => {
  media = await FakeMedia.start();
});
afterAll(() => media.stop());

const shown = () => ({ 'x-auth-id': media.authId, 'x-auth-token': media.authToken });

test('a recording may be another sound than its ending says, or none', async () => {
  const url = media.holds('/r1.mp3', { sound: sounds.wav });
  const page = media.holds('/r2.mp3', { sound: Buffer.from('<html>Gone</html>'), contentType: 'audio/mpeg' });

  const sound = await fetch(url, { headers: shown() });
  expect(
    Buffer.from(await sound.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('RIFF');
  expect(await (await fetch(page, { headers: shown() })).text()).toBe('<html>Gone</html>');
});

test.each([
  ['no headers', () => ({})],
  ['the id alone', () => ({ 'x-auth-id': media.authId })],
  ['another account', () => ({ ...shown(), 'x-auth-id': 'MA_OTHER' })],
  ['another token', () => ({ ...shown(), 'x-auth-token': 'guessed' })],
])('a client that shows %s gets 401, and no sound', async (_, headers) => {
  const url = media.holds('/secret.wav', { sound: sounds.wav });
  const answer = await fetch(url, { headers: headers() });
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain('RIFF');
});
