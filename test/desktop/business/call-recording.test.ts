import { afterAll, expect, test } from 'vitest';
import { FakeMedia } from '../../fakes/recordings.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable } from '../console.ts';

const media = await FakeMedia.start();
afterAll(() => media.stop());
const { kaivox, signedIn } = await aConsole({ env: { VOBIZ_MEDIA_HOSTS: media.host } });

const RATE = 8_000;

/** Silence that can be played: 8 kHz, 8 bits, one channel. */
function silence(seconds: number): Buffer {
  const samples = Buffer.alloc(RATE * seconds, 128);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** A call of three lines, said at these seconds, of which Vobiz has a recording. @returns its id */
async function aRecordedCall(seconds: readonly number[]): Promise<string> {
  const token = await kaivox.graphql.signIn(ADMIN);
  const [number] = await kaivox.database.admin<{ id: string }>('select id from phone_numbers');
  await kaivox.graphql(
    'mutation ($id: ID!, $key: String) { updatePhoneNumber(id: $id, input: { providerApiKey: $key }) { id } }',
    { token, variables: { id: number?.id, key: media.authToken } },
  );
  media.has({ sound: silence(60) });
  const phone = kaivox.phone({ extraFields: { ParentAuthID: media.authId } });
  await phone.dial();
  await phone.say('Are you open on Sunday?');
  const recording = { event: 'recorded' as const, url: media.urlOf('/1.wav'), id: 'r1', durationSeconds: 60 };
  await phone.post('hangup', phone.fields(recording));
  await phone.hangUp();
  const [call] = await kaivox.database.admin<{ id: string }>(
    'select id from calls where provider_call_id = $1',
    [phone.call.callId],
  );
  const id = call?.id ?? '';
  await kaivox.database.admin(
    `update turns t set at = c.started_at + make_interval(secs => ($2::int[])[t.number])
       from calls c where c.id = t.call_id and c.id = $1`,
    [id, seconds],
  );
  await eventually(() =>
    kaivox.database.admin(`select from recordings where call_id = $1 and status = 'KEPT'`, [id]),
  ).toHaveLength(1);
  return id;
}

test('a line leads to its place in the recording, and the recording to its line', async () => {
  const id = await aRecordedCall([1, 20, 40]);
  const page = await signedIn(RECEPTION, { at: `/calls/${id}` });
  const lines = page.getByRole('list', { name: 'Transcript' }).getByRole('listitem');
  const player = page.getByLabel('Recording 1');
  await player.waitFor();
  await expectUsable(page);

  await lines
    .nth(2)
    .getByRole('button', { name: /^Play from/ })
    .click();

  await eventually(() => player.evaluate((audio) => (audio as unknown as Sound).currentTime)).toBeGreaterThan(
    39,
  );
  await eventually(() => lines.nth(2).getAttribute('aria-current')).toBe('time');
  await player.evaluate((audio) => {
    (audio as unknown as Sound).currentTime = 5;
  });
  await eventually(() => lines.nth(0).getAttribute('aria-current')).toBe('time');
  expect(await lines.nth(2).getAttribute('aria-current')).toBeNull();
});

type Sound = { currentTime: number };
