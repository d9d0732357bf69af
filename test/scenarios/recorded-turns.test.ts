import { describe, expect, test } from 'vitest';
import type { SoundComes, Telephone } from '../phone/telephone.ts';
import { transcript } from '../support/call-log.ts';
import { aHindiKaivox, GREETING, NO_SPEECH } from './a-hindi-kaivox.ts';

const { kaivox, media, aPhone, answers, heard } = await aHindiKaivox();

/** The telephone takes no time for speaking: here a turn's recording began a while ago, and has ended. */
const spokeForSeconds = (phone: Telephone) =>
  kaivox.database.admin(
    `update calls set recorded_since = recorded_since - interval '5 s' where provider_call_id = $1`,
    [phone.call.callId],
  );

describe.each(['documented', 'older'] as const)('where Record works as %s, a sound', (record) => {
  test.each<SoundComes>(['early', 'in time', 'late', 'twice'])(
    'that comes %s is answered, once',
    async (sound) => {
      const words = `${record}: यह ${sound} आता है`;
      const phone = aPhone({ record });
      answers(words, 'एक ही बार।');
      await phone.dial();

      const reply = await phone.say(words, { sound });

      expect(reply).toMatchObject({ spoken: 'एक ही बार।', state: 'listening' });
      expect(reply.slowestDocumentMs).toBeLessThan(3_000);
      expect(phone.problems).toEqual([]);
      expect(heard(words)).toBe(1);
      expect(await transcript(kaivox, phone)).toEqual([
        `AGENT ${GREETING}`,
        `CALLER ${words}`,
        'AGENT एक ही बार।',
      ]);
    },
  );
});

test('a sound that never comes is asked for twice, in silence before that, and the third time ends the call', async () => {
  const phone = aPhone();
  await phone.dial();
  const asked: string[] = [];
  for (const words of ['एक', 'दो', 'तीन']) {
    await spokeForSeconds(phone);
    const began = performance.now();
    asked.push((await phone.say(words, { sound: 'never' })).spoken);
    expect(performance.now() - began).toBeLessThan(12_000);
  }
  expect(asked).toEqual([
    expect.stringMatching(/^माफ़ कीजिए, आपकी आवाज़ नहीं आई।/),
    expect.stringMatching(/लाइन पर हैं\?/),
    NO_SPEECH,
  ]);
  expect(phone.state).toBe('over');
  expect(phone.problems).toEqual([]);
}, 60_000);

test('a recording that may still run is waited for as long as it may, without a word', async () => {
  const phone = aPhone();
  await phone.dial();
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=awaited`;
  const waits = await phone.post('input', phone.fields({ event: 'redirected' }), { url });
  expect(waits).toMatchObject({
    problems: [],
    spoken: [],
    steps: [{ step: 'redirect', url: `${url}&waited=1&most=18` }],
  });
});

test('a sound that comes after the hangup is kept, once, and the caller who was asked again isn’t answered', async () => {
  const words = 'यह बहुत देर से आता है';
  const phone = aPhone();
  await phone.dial();
  await spokeForSeconds(phone);
  const { spoken } = await phone.say(words, { sound: 'after the hangup' });
  await phone.hangUp();
  await phone.repeatLast();
  await expect
    .poll(() => transcript(kaivox, phone), { timeout: 5_000 })
    .toEqual([`AGENT ${GREETING}`, `AGENT ${spoken}`, `CALLER ${words}`]);
  expect(heard(words)).toBe(1);
  expect(phone.problems).toEqual([]);
}, 30_000);

test('a caller who hangs up while they are recorded leaves nothing where they said nothing', async () => {
  const phone = aPhone();
  await phone.dial();
  const { exchanges } = await phone.hangUp();
  expect(exchanges.at(-1)).toMatchObject({ url: expect.stringContaining('recording=ended'), steps: [] });
  expect(phone.problems).toEqual([]);
  expect(await transcript(kaivox, phone)).toEqual([`AGENT ${GREETING}`]);
});

test('a caller who hangs up after a word is in the transcript with it', async () => {
  const words = 'मैं रख रहा हूँ';
  const phone = aPhone();
  await phone.dial();
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=ended`;
  const told = phone.fields({ event: 'recordingStopped', ...media.saying(words), reason: 'HungUp' });
  await Promise.all([phone.hangUp(), phone.post('input', told, { url, isReport: true })]);
  await expect
    .poll(() => transcript(kaivox, phone), { timeout: 5_000 })
    .toEqual([`AGENT ${GREETING}`, `CALLER ${words}`]);
});

test('a caller who ends their words with the key is heard', async () => {
  const words = 'बस इतना ही';
  const phone = aPhone();
  answers(words, 'ठीक है।');
  await phone.dial();
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=ended`;
  const told = {
    ...phone.fields({ event: 'recordingStopped', ...media.saying(words), reason: 'FinishedOnKey' }),
    Digits: '*',
  };
  await phone.post('input', told, { url, isReport: true });
  expect((await phone.say(words, { sound: 'never' })).spoken).toBe('ठीक है।');
});

test('an account that follows the answer of action hears the reply in it', async () => {
  const words = 'यह पुराना खाता है';
  const phone = aPhone({ record: 'older' });
  answers(words, 'जी।');
  await phone.dial();
  const url = `${kaivox.url}/api/vobiz/pragati/input?turn=1&recording=turn`;
  const reply = await phone.post('input', phone.fields({ event: 'recorded', ...media.saying(words) }), {
    url,
  });
  expect(reply).toMatchObject({ problems: [], spoken: ['जी।'] });
  expect(reply.steps[1]).toMatchObject({ step: 'record', action: url.replace('turn=1', 'turn=2') });
});
