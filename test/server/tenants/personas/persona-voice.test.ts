import { describe, expect, test } from 'vitest';
import { aKaivox, RECEPTION } from '../../../support/kaivox.ts';

const kaivox = await aKaivox();
const token = await kaivox.graphql.signIn(RECEPTION);

const VOICE = 'version voice voiceLanguage';
const update = (input: object) =>
  kaivox.graphql(`mutation ($input: UpdatePersonaInput!) { updatePersona(input: $input) { ${VOICE} } }`, {
    token,
    variables: { input },
  });

test('an owner chooses a voice, callers hear it at once, and versions keep it', async () => {
  const speaks = async () => (await kaivox.phone({ dialect: 'vobizxml' }).dial()).exchanges[0]?.xml;
  expect(await speaks()).toContain('<Speak voice="WOMAN" language="en-IN">');

  const chosen = await update({ voice: 'MAN', voiceLanguage: 'en-gb' });
  expect(chosen.data?.updatePersona).toEqual({ version: 2, voice: 'MAN', voiceLanguage: 'en-GB' });
  await expect.poll(speaks).toContain('<Speak voice="MAN" language="en-GB">');
  expect((await update({ voiceLanguage: 'en-GB' })).data?.updatePersona).toMatchObject({ version: 2 });

  for (const voiceLanguage of [null, ' '])
    expect((await update({ voiceLanguage })).data?.updatePersona).toEqual({
      version: 3,
      voice: 'MAN',
      voiceLanguage: null,
    });
  const restored = await kaivox.graphql(`mutation { restorePersona(version: 2) { ${VOICE} } }`, { token });
  expect(restored.data?.restorePersona).toEqual({ version: 4, voice: 'MAN', voiceLanguage: 'en-GB' });
  const { data } = await kaivox.graphql(`{ personaVersions { ${VOICE} } }`, { token });
  expect(data?.personaVersions).toEqual([
    { version: 4, voice: 'MAN', voiceLanguage: 'en-GB' },
    { version: 3, voice: 'MAN', voiceLanguage: null },
    { version: 2, voice: 'MAN', voiceLanguage: 'en-GB' },
    { version: 1, voice: 'WOMAN', voiceLanguage: null },
  ]);
});

describe('refused, at its field, is', () => {
  test.each([
    ['no voice', { voice: null }, 'voice'],
    ['a voice’s language that is none', { voiceLanguage: 'Klingon!' }, 'voiceLanguage'],
  ])('%s', async (_, input, field) => {
    expect((await update(input)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }]);
  });
});

test('a test call with another voice is played as ever', async () => {
  const { data } = await kaivox.graphql(
    `mutation { beginTestCall(draft: { voice: MAN, voiceLanguage: "en-US" }, moment: NOW) { greeting endsCall } }`,
    { token },
  );
  expect(data?.beginTestCall).toMatchObject({ greeting: expect.stringMatching(/Welcome/), endsCall: false });
});
