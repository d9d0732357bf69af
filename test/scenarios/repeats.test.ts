import { expect, test } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { loggedCall, transcript } from '../support/call-log.ts';
import { aKaivox } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });
const other = await aKaivox({ env: openai.env, database: kaivox.database });
const GREETING = "Hello! Welcome to Pragati Women's Hospital. How can I help you today?";

const askedTo = (words: string) =>
  openai.fake.requests.filter(({ body }) => lastUserWords(body) === words).length;

test.each(DIALECTS)('five copies of one answer at once make one call (%s)', async (dialect) => {
  const phone = kaivox.phone({ dialect, from: dialect === 'guide' ? '+919876511111' : '+919876511112' });
  const copies = Array.from({ length: 5 }, () => phone.post('answer', phone.fields({ event: 'answered' })));
  const documents = new Set((await Promise.all(copies)).map(({ xml }) => xml));
  expect(documents.size).toBe(1);
  expect(await loggedCall(kaivox, phone)).toMatchObject({
    customer: { callCount: 1 },
    turns: [{ text: GREETING }],
  });
});

test.each(DIALECTS)(
  'a repeated input gets the stored reply and asks the model once (%s)',
  async (dialect) => {
    const words = `once only, ${dialect}`;
    openai.fake.defaultReply({ text: 'The answer. And more of it.' });
    const phone = kaivox.phone({ dialect });
    await phone.dial();
    await phone.say(words);
    const first = phone.exchanges.at(-1);
    const again = await phone.repeatLast();
    expect(again.xml).toBe(first?.xml);
    expect(askedTo(words)).toBe(1);
    const { turns } = await loggedCall(kaivox, phone);
    expect(turns.map(({ text }) => text)).toEqual([GREETING, words, 'The answer. And more of it.']);
  },
);

test('five copies of one input at once, over two instances, are one turn', async () => {
  openai.fake.defaultReply({ text: 'One. Two. Three. Four.', tokensPerSecond: 3 });
  const phone = kaivox.phone();
  await phone.dial();
  const [elsewhere] = [other.phone({ callId: phone.call.callId })];
  const fields = phone.fields({ event: 'spoke', words: 'at once', confidence: 0.5 });
  const path = '/api/vobiz/pragati/input?turn=1';
  const copies = [phone, elsewhere, phone, elsewhere, phone].map((each) =>
    each.post('input', fields, { url: `${each === phone ? kaivox.url : other.url}${path}` }),
  );
  const spoken = new Set((await Promise.all(copies)).map((exchange) => exchange.spoken.join(' ')));
  expect(spoken.size).toBe(1);
  expect(askedTo('at once')).toBe(1);
});

test('a reply begun at one instance goes on at another', async () => {
  const text = 'One is said. Two is said. Three is said. Four is said. Five is said. Six is said.';
  openai.fake.defaultReply({ text, tokensPerSecond: 10 });
  // What one instance names is asked of the other, as behind a load balancer.
  const fetchElsewhere: typeof fetch = (url, init) => fetch(String(url).replace(kaivox.url, other.url), init);
  const phone = kaivox.phone({
    fetch: (url, init) => (String(url).includes('part=') ? fetchElsewhere(url, init) : fetch(url, init)),
  });
  await phone.dial();
  const { spoken, exchanges } = await phone.say('split me');
  expect(exchanges.length).toBeGreaterThan(1);
  expect(spoken.replace(/(One moment, please|Just checking that for you)\. /g, '')).toBe(text);
  expect(askedTo('split me')).toBe(1);
});

test('the guide’s first input, delivered twice, is one turn; the same words later are another', async () => {
  openai.fake.defaultReply((body) => ({ text: `Line ${body.messages.length}.` }));
  const phone = kaivox.phone({ dialect: 'guide' });
  await phone.dial();
  await phone.say('yes');
  await phone.repeatLast();
  await phone.say('yes');
  expect(await transcript(kaivox, phone)).toEqual([
    `AGENT ${GREETING}`,
    'CALLER yes',
    'AGENT Line 3.',
    'CALLER yes',
    'AGENT Line 5.',
  ]);
});

test('a continuation delivered twice says the same', async () => {
  openai.fake.defaultReply({
    text: 'One is said. Two is said. Three is said. Four is said.',
    tokensPerSecond: 8,
  });
  const phone = kaivox.phone();
  await phone.dial();
  await phone.say('twice each');
  const continued = phone.exchanges.filter(({ url }) => url.includes('part='));
  expect(continued.length).toBeGreaterThan(0);
  for (const { url, spoken } of continued) {
    const again = await phone.post('input', phone.fields({ event: 'redirected' }), { url });
    expect(again.spoken).toEqual(spoken);
  }
});
