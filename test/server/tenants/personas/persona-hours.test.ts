import { describe, expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../../support/kaivox.ts';
import { aTenant } from '../../../support/tenant.ts';

const kaivox = await aKaivox();
const token = await kaivox.graphql.signIn(RECEPTION);

const PERSONA =
  'version outsideHours closedGreeting hours { week { day ranges { from to } } exceptions { date name ranges { from to } } }';
const update = async (input: object, tenantId?: string) =>
  kaivox.graphql(
    `mutation ($input: UpdatePersonaInput!, $tenantId: ID) { updatePersona(input: $input, tenantId: $tenantId) { ${PERSONA} } }`,
    { token, variables: { input, tenantId } },
  );

const monday = { day: 'MONDAY', ranges: [{ from: '09:00', to: '19:00' }] };
const christmas = { date: '2026-12-25', name: 'Christmas', ranges: [] };
const CLOSED = ['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((day) => ({
  day,
  ranges: [],
}));
const stored = { week: [monday, ...CLOSED], exceptions: [christmas] };

test('hours are stated, kept with every version, and brought back', async () => {
  const before = await kaivox.graphql(`{ tenant { persona { ${PERSONA} } } }`, { token });
  expect(before.data?.tenant).toEqual({
    persona: { version: 1, outsideHours: 'ANSWER', closedGreeting: '', hours: null },
  });

  const stated = await update({
    hours: { week: [monday], exceptions: [christmas] },
    outsideHours: 'TAKE_MESSAGE',
    closedGreeting: ' We are closed.  Leave a message. ',
  });
  const second = {
    version: 2,
    outsideHours: 'TAKE_MESSAGE',
    closedGreeting: 'We are closed. Leave a message.',
    hours: stored,
  };
  expect(stated.data?.updatePersona).toEqual(second);
  // The same in another order is the same: no version is made.
  expect(
    (await update({ hours: { week: [...CLOSED, monday], exceptions: [christmas] } })).data?.updatePersona,
  ).toEqual(second);

  expect((await update({ hours: null, outsideHours: 'ANSWER' })).data?.updatePersona).toMatchObject({
    version: 3,
    hours: null,
  });
  const restored = await kaivox.graphql(`mutation { restorePersona(version: 2) { ${PERSONA} } }`, { token });
  expect(restored.data?.restorePersona).toEqual({ ...second, version: 4 });
  const { data } = await kaivox.graphql(`{ personaVersions { ${PERSONA} } }`, { token });
  expect(data?.personaVersions).toEqual([
    { ...second, version: 4 },
    { ...second, version: 3, hours: null, outsideHours: 'ANSWER' },
    second,
    { version: 1, outsideHours: 'ANSWER', closedGreeting: '', hours: null },
  ]);
});

describe('is refused, and the field named:', () => {
  test.each([
    [
      'a time that isn’t one',
      { hours: { week: [{ ...monday, ranges: [{ from: '9', to: '19:00' }] }] } },
      'hours',
    ],
    [
      'a date that isn’t one',
      { hours: { week: [], exceptions: [{ date: '2026-13-01', ranges: [] }] } },
      'hours',
    ],
    [
      'no greeting where callers hear nothing else',
      { outsideHours: 'HANG_UP', closedGreeting: '' },
      'closedGreeting',
    ],
    ['a greeting that is too long', { closedGreeting: 'x'.repeat(601) }, 'closedGreeting'],
    ['nothing to do', { outsideHours: null }, 'outsideHours'],
  ])('%s', async (_, input, field) => {
    const { errors } = await update(input);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });

  test('another tenant’s persona', async () => {
    const { id } = await aTenant(kaivox.database);
    expect((await update({ hours: null }, id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('a test call', () => {
  const BEGIN = `mutation ($draft: UpdatePersonaInput!, $moment: TestCallMoment!) {
    beginTestCall(draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt } }`;
  const begin = async (draft: object, moment: string) =>
    (await kaivox.graphql(BEGIN, { token, variables: { draft, moment } })).data?.beginTestCall;
  const draft = { hours: { week: [monday] }, closedGreeting: 'We are closed.' };
  const GREETING = "Hello! Welcome to Pragati Women's Hospital. How can I help you today?";

  test.each([
    ['HANG_UP', 'CLOSED', { greeting: 'We are closed.', endsCall: true, isOpen: false }],
    ['TAKE_MESSAGE', 'CLOSED', { greeting: 'We are closed.', endsCall: false, isOpen: false }],
    ['ANSWER', 'CLOSED', { greeting: GREETING, endsCall: false, isOpen: false }],
    ['HANG_UP', 'OPEN', { greeting: GREETING, endsCall: false, isOpen: true }],
  ])('with %s, as if it were %s, begins as a call would', async (outsideHours, moment, beginning) => {
    expect(await begin({ ...draft, outsideHours }, moment)).toMatchObject(beginning);
  });

  test('without hours is neither open nor closed', async () => {
    expect(
      await begin({ hours: null, outsideHours: 'HANG_UP', closedGreeting: 'x' }, 'CLOSED'),
    ).toMatchObject({
      greeting: GREETING,
      isOpen: null,
    });
  });

  test('goes on with the draft’s hours, at the time that it is played at', async () => {
    const { data } = await kaivox.graphql(
      `mutation ($draft: UpdatePersonaInput!, $lines: [TestCallLineInput!]!) {
        continueTestCall(draft: $draft, lines: $lines, moment: CLOSED) { isOpen sentences instructions } }`,
      { token, variables: { draft, lines: [{ speaker: 'CALLER', text: 'Are you open now?' }] } },
    );
    expect(data?.continueTestCall).toMatchObject({
      isOpen: false,
      sentences: expect.arrayContaining([
        expect.stringMatching(/^We are closed now, and open again .*9 am\.$/),
      ]),
      instructions: expect.stringContaining('We are open Monday from 9 am to 7 pm; closed on'),
    });
  });

  test('is an admin’s, of the own tenant', async () => {
    const { id } = await aTenant(kaivox.database);
    const ask = (signedIn: string | undefined) =>
      kaivox.graphql(`mutation ($id: ID) { beginTestCall(draft: {}, tenantId: $id) { greeting } }`, {
        token: signedIn,
        variables: { id },
      });
    expect((await ask(token)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await ask(undefined)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask(await kaivox.graphql.signIn(ADMIN))).data?.beginTestCall).toEqual({
      greeting: 'Welcome to Lotus Clinic.',
    });
  });
});
