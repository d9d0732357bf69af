import { expect, test } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { loggedCall, transcript } from '../support/call-log.ts';
import { aKaivox } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });
const NO_SPEECH = "I didn't hear anything. Please call back if you need help. Goodbye.";

test.each(DIALECTS)('a silent caller is asked twice, then told goodbye (%s)', async (dialect) => {
  const phone = kaivox.phone({ dialect });
  await phone.dial();
  const replies = [await phone.staySilent(), await phone.staySilent(), await phone.staySilent()];
  expect(replies.map(({ state }) => state)).toEqual(['listening', 'listening', 'over']);
  expect(replies[2]?.spoken).toBe(NO_SPEECH);
  expect(replies[0]?.spoken).not.toBe(replies[1]?.spoken);
  expect(openai.fake.requests.filter(({ body }) => body.stream)).toHaveLength(0);
  expect((await loggedCall(kaivox, phone)).status).toBe('COMPLETED');
});

test('speaking again makes up for earlier silences', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply({ text: 'Yes.' }, { when: isTo('Sorry, are you open?') });
  await phone.dial();
  await phone.staySilent();
  await phone.staySilent();
  await phone.say('Sorry, are you open?');
  await phone.staySilent();
  expect((await phone.staySilent()).state).toBe('listening');
});

test.each(DIALECTS)(
  'a carrier that runs on hears the no-speech message and a hangup (%s)',
  async (dialect) => {
    const phone = kaivox.phone({ dialect });
    await phone.dial();
    const silence = await phone.staySilent({ runsOn: true });
    expect(silence).toMatchObject({ state: 'over', spoken: NO_SPEECH });
  },
);

test('a goodbye is answered with a farewell, and the line is closed', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply({ text: 'Thank you for calling. Goodbye.' }, { when: isTo('Thank you, bye.') });
  await phone.dial();
  expect(await phone.say('Thank you, bye.')).toMatchObject({
    state: 'over',
    spoken: 'Thank you for calling. Goodbye.',
  });
});

test('a goodbye gets its farewell also from a model that fails', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply({ status: 500 }, { when: isTo('Okay, goodbye!') });
  await phone.dial();
  const reply = await phone.say('Okay, goodbye!');
  expect(reply.state).toBe('over');
  expect(reply.spoken).toMatch(/goodbye/i);
});

test('a model that says goodbye ends the call', async () => {
  const phone = kaivox.phone();
  openai.fake.nextReply({ text: 'A person will confirm it. Goodbye.' }, { when: isTo('Nothing else.') });
  await phone.dial();
  expect((await phone.say('Nothing else.')).state).toBe('over');
});

test.each(DIALECTS)('pressed keys are a turn, and stand in the transcript (%s)', async (dialect) => {
  const phone = kaivox.phone({ dialect });
  openai.fake.nextReply({ text: 'You pressed twelve.' }, { when: isTo('[pressed 12]') });
  await phone.dial();
  expect((await phone.press('12')).spoken).toBe('You pressed twelve.');
  expect((await transcript(kaivox, phone))[1]).toBe('CALLER [pressed 12]');
});

function isTo(words: string) {
  return (body: Parameters<typeof lastUserWords>[0]) => lastUserWords(body) === words;
}
