import { expect, test } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { loggedCall } from '../support/call-log.ts';
import { aKaivox, RECEPTION } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });

test.each(DIALECTS)('a caller talks for as long as they like, in the %s dialect', async (dialect) => {
  const phone = kaivox.phone({ dialect, from: dialect === 'guide' ? '09876500001' : '+91 98765 00002' });
  openai.fake.defaultReply((body) => ({ text: `You said: ${lastUserWords(body)}. Anything else?` }));

  const greeted = await phone.dial();
  expect(greeted.spoken).toBe("Hello! Welcome to Pragati Women's Hospital. How can I help you today?");
  for (let turn = 1; turn <= 12; turn++) {
    const reply = await phone.say(`question number ${turn}`);
    expect(reply.spoken).toBe(`You said: question number ${turn}. Anything else?`);
    expect(reply.state).toBe('listening');
  }
  await phone.hangUp({ durationSeconds: 61 });

  expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  const call = await loggedCall(kaivox, phone);
  expect(call).toMatchObject({
    status: 'COMPLETED',
    direction: 'INBOUND',
    from: dialect === 'guide' ? '+919876500001' : '+919876500002',
    to: '+917971543252',
    durationSeconds: 61,
    customer: { callCount: 1 },
  });
  expect(call.turns).toHaveLength(25);
  expect(call.turns.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  expect(call.turns[0]).toMatchObject({ speaker: 'AGENT', source: 'SCRIPTED' });
  expect(call.turns[1]).toMatchObject({ speaker: 'CALLER', text: 'question number 1', source: null });
  expect(call.turns[2]).toMatchObject({ speaker: 'AGENT', source: 'LANGUAGE_MODEL' });
});

test('the model is told who it is and what was said in this call, and nothing of an earlier one', async () => {
  await aCallThatSays('My name is Kavya and I ask about the fee.');
  const phone = kaivox.phone({ from: '+919876500003' });
  openai.fake.defaultReply({ text: 'Certainly.' });
  await phone.dial();
  await phone.say('Is the doctor in today?');

  const asked = openai.fake.requests.find(({ body }) => lastUserWords(body) === 'Is the doctor in today?');
  const { body } = asked ?? expect.unreachable('the model was asked');
  const [system, ...lines] = body.messages;
  expect(body).toMatchObject({ model: 'gpt-4o', stream: true });
  expect(system?.content).toContain("receptionist of Pragati Women's Hospital");
  expect(system?.content).toContain('12 Lake Road');
  // Whoever sends unsigned webhooks may claim any number: nothing is known of the caller.
  expect(JSON.stringify(body.messages)).not.toMatch(/Kavya|I ask about the fee|our records/);
  expect(lines.map(({ role }) => role)).toEqual(['assistant', 'user']);
  expect(lines.at(-1)?.content).toBe('Is the doctor in today?');

  async function aCallThatSays(words: string) {
    const earlier = kaivox.phone({ from: '+919876500003' });
    await earlier.dial();
    await earlier.say(words);
    await earlier.hangUp();
  }
});

test('an anonymous caller is answered like any other, and is no tenant’s customer', async () => {
  const phone = kaivox.phone({ from: 'anonymous' });
  await phone.dial();
  await phone.say('Hello?');
  await phone.hangUp();
  expect(await loggedCall(kaivox, phone)).toMatchObject({ from: null, rawFrom: 'anonymous', customer: null });
});

test('the second call of a number is the same customer’s', async () => {
  const calls = [kaivox.phone({ from: '9876500009' }), kaivox.phone({ from: '+919876500009' })];
  for (const phone of calls) {
    await phone.dial();
    await phone.hangUp();
  }
  const [first, second] = await Promise.all(calls.map((phone) => loggedCall(kaivox, phone)));
  expect(second?.customer).toEqual({ ...first?.customer, callCount: 2 });
  expect(second?.customer?.lastCallAt).toBe(second?.startedAt);
});

test('a patient who calls the number that the hospital kept is the caller; the hospital is none', async () => {
  const [KEPT, PATIENT] = ['+912224567890', '+919876500021'];
  const token = await kaivox.graphql.signIn(RECEPTION);
  const numbers = await kaivox.graphql('{ phoneNumbers { id } }', { token });
  const [number] = (numbers.data?.phoneNumbers ?? []) as { id: string }[];
  const id = number?.id;
  const changed = await kaivox.graphql(
    `mutation ($id: ID!, $input: UpdatePhoneNumberInput!) { updatePhoneNumber(id: $id, input: $input) { forwardedFrom } }`,
    { token, variables: { id, input: { forwardedFrom: KEPT } } },
  );
  expect(changed.data).toEqual({ updatePhoneNumber: { forwardedFrom: KEPT } });

  const known = kaivox.phone({ from: KEPT, extraFields: { ForwardedFrom: '919876500021' } });
  const unknown = kaivox.phone({ from: KEPT });
  for (const phone of [known, unknown]) {
    await phone.dial();
    await phone.hangUp();
  }
  expect(await loggedCall(kaivox, known)).toMatchObject({ from: PATIENT, customer: { phone: PATIENT } });
  expect(await loggedCall(kaivox, unknown)).toMatchObject({ from: null, rawFrom: null, customer: null });
});
