import { describe, expect, test, vi } from 'vitest';
import { lastUserWords } from '../fakes/openai-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { ADMIN, aKaivox } from '../support/kaivox.ts';
import { aModel } from '../support/model.ts';
import { aTenant } from '../support/tenant.ts';

const openai = await aModel();
const kaivox = await aKaivox({ env: openai.env });
const token = await kaivox.graphql.signIn(ADMIN);
const CLOSED = 'We are closed. In an emergency, dial 112.';

const ALWAYS = [{ from: '00:00', to: '24:00' }];
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const openAllWeek = { week: DAYS.map((day) => ({ day, ranges: ALWAYS })) };
const neverOpen = { week: [] };

type Outside = 'ANSWER' | 'TAKE_MESSAGE' | 'HANG_UP';

/** A business that is open at any time, or never, so that no test depends on the hour. */
async function aBusiness(outsideHours: Outside, hours: object = neverOpen) {
  const { id, slug, name } = await aTenant(kaivox.database);
  const { errors } = await kaivox.graphql(
    'mutation ($id: ID, $input: UpdatePersonaInput!) { updatePersona(tenantId: $id, input: $input) { version } }',
    { token, variables: { id, input: { hours, outsideHours, closedGreeting: CLOSED } } },
  );
  expect(errors).toBeUndefined();
  return { id, slug, greeting: `Welcome to ${name}.` };
}

type LoggedCall = { status: string; turns: { speaker: string; text: string; source: string | null }[] };

async function callsOf(tenantId: string): Promise<LoggedCall[]> {
  const { data } = await kaivox.graphql(
    'query ($id: ID) { calls(tenantId: $id) { edges { node { status turns { speaker text source } } } } }',
    { token, variables: { id: tenantId } },
  );
  const calls = data?.calls as { edges: { node: LoggedCall }[] } | undefined;
  return calls?.edges.map(({ node }) => node) ?? [];
}

describe.each(DIALECTS)('outside opening hours, in the %s dialect', (dialect) => {
  test('a business that answers as always does, and its model knows that it is closed', async () => {
    const { slug, greeting } = await aBusiness('ANSWER');
    const words = `Are you open? I ask ${slug}.`;
    openai.fake.nextReply({ text: 'We are closed now.' }, { when: (body) => lastUserWords(body) === words });
    const phone = kaivox.phone({ dialect, tenant: slug });

    expect(await phone.dial()).toMatchObject({ state: 'listening', spoken: greeting });
    expect((await phone.say(words)).spoken).toBe('We are closed now.');

    const told = openai.fake.requests.find(({ body }) => body.stream && lastUserWords(body) === words);
    const instructions = JSON.stringify(told?.body.messages[0]);
    expect(instructions).toContain('We are closed now.');
    expect(instructions).not.toContain('only there to take a message');
    await phone.hangUp();
  });

  test('one that takes messages greets otherwise, tells its model so, and has a caller to call back', async () => {
    const { id, slug } = await aBusiness('TAKE_MESSAGE');
    const words = `My name is Ravi. Please call me back about my bill at ${slug}.`;
    openai.fake.nextReply(
      { text: 'Thank you, somebody will call you back.' },
      { when: (body) => lastUserWords(body) === words },
    );
    const phone = kaivox.phone({ dialect, tenant: slug });

    expect(await phone.dial()).toMatchObject({ state: 'listening', spoken: CLOSED });
    await phone.say(words);
    await phone.hangUp();

    const told = openai.fake.requests.find(({ body }) => body.stream && lastUserWords(body) === words);
    expect(JSON.stringify(told?.body.messages[0])).toContain('only there to take a message');
    expect(await callsOf(id)).toMatchObject([
      { status: 'COMPLETED', turns: [{ text: CLOSED, source: 'SCRIPTED' }, { text: words }, {}] },
    ]);
    const followUps = 'query ($id: ID) { followUps(tenantId: $id) { title status } }';
    await vi.waitFor(async () => {
      const { data } = await kaivox.graphql(followUps, { token, variables: { id } });
      expect(data?.followUps).toMatchObject([
        { status: 'OPEN', title: expect.stringMatching(/^Call .* back/) },
      ]);
    }, 20_000);
  });

  test('one that takes no calls says so and hangs up; the log has the call', async () => {
    const { id, slug } = await aBusiness('HANG_UP');
    const phone = kaivox.phone({ dialect, tenant: slug });

    expect(await phone.dial()).toMatchObject({ state: 'over', spoken: CLOSED });

    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
    expect(phone.exchanges[0]?.xml).not.toMatch(/Gather|Record/);
    expect(await callsOf(id)).toEqual([
      { status: 'COMPLETED', turns: [{ speaker: 'AGENT', text: CLOSED, source: 'SCRIPTED' }] },
    ]);
  });

  test('words that reach it all the same are kept, and answered with the same', async () => {
    const { id, slug } = await aBusiness('HANG_UP');
    const phone = kaivox.phone({ dialect, tenant: slug });
    const late = await phone.post(
      'input',
      phone.fields({ event: 'spoke', words: 'Hello?', confidence: 0.9 }),
    );
    expect(late.xml).toMatch(/We are closed\..*Hangup/s);
    expect(late.xml).not.toContain('Gather');
    expect((await callsOf(id))[0]?.turns.map(({ text }) => text)).toEqual(['Hello?', CLOSED]);
  });

  test.each(['TAKE_MESSAGE', 'HANG_UP'] as const)('%s has no say while it is open', async (outside) => {
    const { slug, greeting } = await aBusiness(outside, openAllWeek);
    const phone = kaivox.phone({ dialect, tenant: slug });
    expect(await phone.dial()).toMatchObject({ state: 'listening', spoken: greeting });
    await phone.hangUp();
  });
});

test('a tenant that states no hours is called at any time, as ever', async () => {
  const phone = kaivox.phone({ dialect: 'guide' });
  expect(await phone.dial()).toMatchObject({
    state: 'listening',
    spoken: "Hello! Welcome to Pragati Women's Hospital. How can I help you today?",
  });
  await phone.hangUp();
});
