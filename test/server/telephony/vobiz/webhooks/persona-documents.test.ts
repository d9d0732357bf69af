import { describe, expect, test } from 'vitest';
import { listening } from '../../../../../server/calls/call-reply.ts';
import type { Dialect } from '../../../../../server/telephony/vobiz/webhooks/dialect.ts';
import type { Surroundings } from '../../../../../server/telephony/vobiz/webhooks/surroundings.ts';
import { render } from '../../../../../server/telephony/vobiz/webhooks/vobiz-xml.ts';
import { parseDocument } from '../../../../phone/document.ts';
import { SURROUNDINGS } from '../surroundings.ts';
import { xmlTree } from '../xml-tree.ts';

const GREETING = "Hello! Welcome to Pragati Women's Hospital. How can I help you today?";
const NO_SPEECH = "I didn't hear anything. Please call back if you need help. Goodbye.";
const DIALECTS = ['guide', 'vobizxml'] as const;

describe('what a persona is heard and understood in', () => {
  /** Every language that a tag can name with two letters, and what isn't one. */
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const languages = letters.flatMap((one) => letters.map((other) => one + other));
  const odd = [
    '',
    ' ',
    'x',
    'en-',
    'en--IN',
    'EN_us',
    'en-XX',
    'en-Latn-IN',
    'hi-Latn',
    'zh-Hant-TW',
    'sgn-IN',
  ];
  const tags = [
    ...languages,
    ...languages.map((language) => `${language}-IN`),
    ...odd,
    '🦜',
    'a'.repeat(300),
  ];

  test.each(DIALECTS)('in %s, recognition is never asked for a language that isn’t documented', (dialect) => {
    for (const language of tags) {
      for (const transcribes of [false, true]) {
        const surroundings = { ...SURROUNDINGS, language, voiceLanguage: language, transcribes };
        const { steps, problems } = parseDocument(
          render(listening('Yes?', 1, NO_SPEECH), dialect, surroundings),
          dialect,
        );
        expect(problems, language).toEqual([]);
        const heard = steps.flatMap((step) => (step.step === 'gather' ? [step.attributes.language] : []));
        for (const one of heard) expect(['en-IN', 'en-US', 'en-GB']).toContain(one);
      }
    }
  });

  test.each<[string, Partial<Surroundings>, string, string]>([
    ['a woman’s, in its language, where nothing is chosen', {}, 'WOMAN', 'en-IN'],
    ['a man’s', { voice: 'MAN' }, 'MAN', 'en-IN'],
    ['of a language of its own', { voiceLanguage: 'en-GB' }, 'WOMAN', 'en-GB'],
    ['of another than it writes', { language: 'hi-IN', voiceLanguage: 'en-AU' }, 'WOMAN', 'en-AU'],
    ['of a language that names no country', { voiceLanguage: 'hi' }, 'WOMAN', 'hi-IN'],
  ])('its voice is %s', (_, chosen, voice, language) => {
    const xml = render(listening('Yes?', 1, NO_SPEECH), 'vobizxml', { ...SURROUNDINGS, ...chosen });
    expect(parseDocument(xml, 'vobizxml').steps).toMatchObject([
      { prompts: [{ attributes: { voice, language } }] },
      { attributes: { voice, language } },
      {},
    ]);
  });

  test('what callers may name goes with Gather in VobizXML alone', () => {
    const hints = 'Lotus Clinic,Dr. Asha Rao,root canal';
    const gather = (dialect: Dialect) =>
      parseDocument(
        render(listening('Yes?', 1, NO_SPEECH), dialect, { ...SURROUNDINGS, hints, voice: 'MAN' }),
        dialect,
      ).steps[0];
    expect(gather('vobizxml')).toMatchObject({ attributes: { hints, speechModel: 'phone_call' } });
    expect(gather('guide')).toMatchObject({
      attributes: { input: 'speech', method: 'POST', timeout: '5', speechTimeout: 'auto', language: 'en-IN' },
    });
    expect(
      xmlTree(render(listening(GREETING, 1, NO_SPEECH, true), 'guide', { ...SURROUNDINGS, hints })),
    ).toEqual(xmlTree(render(listening(GREETING, 1, NO_SPEECH, true), 'guide', SURROUNDINGS)));
  });

  test('the longest hints leave room for the longest text', () => {
    const hints = Array.from({ length: 500 }, () => 'x'.repeat(19)).join(',');
    const xml = render(listening('&'.repeat(200_000), 1, NO_SPEECH), 'vobizxml', { ...SURROUNDINGS, hints });
    expect(Buffer.byteLength(xml)).toBeLessThan(100_000);
  });
});
