import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallReply, Step } from '../../../../../server/calls/call-reply.ts';
import { hangingUp, listening, segmentReply } from '../../../../../server/calls/call-reply.ts';
import type { Dialect } from '../../../../../server/telephony/vobiz/webhooks/dialect.ts';
import { inputUrl, render } from '../../../../../server/telephony/vobiz/webhooks/vobiz-xml.ts';
import { parseDocument } from '../../../../phone/document.ts';
import { anyText } from '../any-text.ts';
import { textsOf, xmlTree } from '../xml-tree.ts';

const GREETING = "Hello! Welcome to Pragati Women's Hospital. How can I help you today?";
const NO_SPEECH = "I didn't hear anything. Please call back if you need help. Goodbye.";
const URL = 'https://kaivox.example/api/vobiz/pragati/input';
const DIALECTS = ['guide', 'vobizxml'] as const;

const document = (reply: CallReply, dialect: Dialect, language = 'en-IN') =>
  render(reply, dialect, { inputUrl: inputUrl('https://kaivox.example', 'pragati'), language });

describe('the answer', () => {
  test('is the setup guide’s document, attribute by attribute', () => {
    const guide = `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Gather input="speech" action="${URL}" method="POST" timeout="5" speechTimeout="auto" language="en-IN">
    <Say>${GREETING}</Say>
  </Gather>
  <Say>${NO_SPEECH}</Say>
  <Hangup/>
</Response>`;
    const xml = document(listening(GREETING, 1, NO_SPEECH, true), 'guide');

    expect(xmlTree(xml)).toEqual(xmlTree(guide));
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  });

  test('is VobizXML’s where that is spoken', () => {
    const vobizXml = `<Response>
  <Gather action="${URL}?turn=1" method="POST" inputType="dtmf speech" executionTimeout="10" digitEndTimeout="3"
          speechEndTimeout="auto" language="en-IN" redirect="true">
    <Speak voice="WOMAN" language="en-IN">${GREETING}</Speak>
  </Gather>
  <Speak voice="WOMAN" language="en-IN">${NO_SPEECH}</Speak>
  <Hangup/>
</Response>`;
    expect(xmlTree(document(listening(GREETING, 1, NO_SPEECH, true), 'vobizxml'))).toEqual(xmlTree(vobizXml));
  });
});

describe('a reply', () => {
  test.each(DIALECTS)('in %s posts the next turn under its number', (dialect) => {
    const { steps, problems } = parseDocument(document(listening('Yes?', 7, NO_SPEECH), dialect), dialect);

    expect(problems).toEqual([]);
    expect(steps).toMatchObject([
      { step: 'gather', action: `${URL}?turn=7`, prompts: [{ words: 'Yes?' }] },
      { step: 'say', words: NO_SPEECH },
      { step: 'hangUp' },
    ]);
  });

  test.each(DIALECTS)('in %s has the rest asked for by a redirect', (dialect) => {
    const reply = segmentReply({ say: ['We are open.'], took: 1, next: 'redirect' }, 3, 0, NO_SPEECH);
    const { steps, problems } = parseDocument(document(reply, dialect), dialect);

    expect(problems).toEqual([]);
    expect(steps).toMatchObject([
      { step: 'say', words: 'We are open.' },
      { step: 'redirect', url: `${URL}?turn=3&part=1` },
    ]);
  });

  test('turns a new call away with the busy tone, or a sentence where there is none', () => {
    const busy: CallReply = [{ step: 'turnAway', saying: 'All lines are busy. Goodbye.' }];
    expect(xmlTree(document(busy, 'vobizxml'))).toEqual(
      xmlTree('<Response><Hangup reason="busy"/></Response>'),
    );
    expect(xmlTree(document(busy, 'guide'))).toEqual(
      xmlTree('<Response><Say>All lines are busy. Goodbye.</Say><Hangup/></Response>'),
    );
    for (const dialect of DIALECTS)
      expect(parseDocument(document(busy, dialect), dialect).problems).toEqual([]);
  });

  test.each(DIALECTS)('in %s says its last words and hangs up', (dialect) => {
    const { steps, problems } = parseDocument(document(hangingUp('Goodbye.'), dialect), dialect);

    expect(problems).toEqual([]);
    expect(steps).toMatchObject([{ step: 'say', words: 'Goodbye.' }, { step: 'hangUp' }]);
  });

  test.each(DIALECTS)('in %s leaves out what says nothing', (dialect) => {
    const { steps, problems } = parseDocument(document(listening(' \u0007 ', 2, ''), dialect), dialect);

    expect(problems).toEqual([]);
    expect(steps).toMatchObject([{ step: 'gather', prompts: [] }, { step: 'hangUp' }]);
  });

  test('names a tenant as an address can', () => {
    expect(inputUrl('https://kaivox.example/base', 'süd & west')).toBe(
      'https://kaivox.example/base/api/vobiz/s%C3%BCd%20%26%20west/input',
    );
  });
});

test.each([
  ['Hindi is spoken, but not understood', 'hi-IN', 'hi-IN', 'en-IN'],
  ['a language without a country gets its own', 'hi', 'hi-IN', 'en-IN'],
  ['British English is both', 'en-gb', 'en-GB', 'en-GB'],
  ['American English is both', 'en_US', 'en-US', 'en-US'],
  ['what is no language is spoken in the element’s default', 'Klingon!', 'en-US', 'en-IN'],
  ['nor is nothing', '', 'en-US', 'en-IN'],
])('%s', (_, language, spoken, heard) => {
  const { steps, problems } = parseDocument(
    document(listening('Yes?', 1, NO_SPEECH), 'vobizxml', language),
    'vobizxml',
  );
  expect(problems).toEqual([]);
  expect(steps).toMatchObject([
    { attributes: { language: heard }, prompts: [{ attributes: { language: spoken } }] },
    { attributes: { language: spoken } },
    {},
  ]);
});

describe('where we can transcribe', () => {
  const transcribed = (language: string, dialect: Dialect) =>
    render(listening('जी?', 3, NO_SPEECH), dialect, { inputUrl: URL, language, transcribes: true });

  test('Hindi is recorded, turn by turn', () => {
    const xml = `<Response>
  <Speak voice="WOMAN" language="hi-IN">जी?</Speak>
  <Record action="${URL}?turn=3&amp;recording=turn" method="POST" timeout="2" maxLength="30" playBeep="false"
          finishOnKey="" fileFormat="wav"/>
  <Speak voice="WOMAN" language="hi-IN">${NO_SPEECH}</Speak>
  <Hangup/>
</Response>`;
    expect(xmlTree(transcribed('hi', 'vobizxml'))).toEqual(xmlTree(xml));
    expect(parseDocument(transcribed('hi', 'vobizxml'), 'vobizxml', { record: 'older' }).problems).toEqual(
      [],
    );
  });

  test.each<[string, string, Dialect]>([
    ['English of any country', 'en-IN', 'vobizxml'],
    ['English of any country', 'en-AU', 'vobizxml'],
    ['what is no language', 'Klingon!', 'vobizxml'],
    ['Hindi in the guide’s dialect', 'hi-IN', 'guide'],
  ])('%s is left to Vobiz (%s, %s)', (_, language, dialect) => {
    const { steps } = parseDocument(transcribed(language, dialect), dialect);
    expect(steps[0]).toMatchObject({ step: 'gather', attributes: { language: 'en-IN' } });
  });
});

describe('text', () => {
  test.each([
    ['markup', 'Tom & Jerry <b>"hi"</b> it’s ]]> over'],
    ['what looks like SSML', '<break time="10s"/>'],
    ['what looks escaped', '&lt;Hangup/&gt; &amp;amp; &nbsp; &#0; &#x1F600;'],
    ['letters of all the world', 'नमस्ते, ஆம், 😀, Ünïcödé'],
  ])('keeps %s as it is', (_, text) => {
    for (const dialect of DIALECTS) {
      expect(textsOf(xmlTree(document(hangingUp(text), dialect)))).toEqual([text]);
    }
  });

  test('loses what XML can’t carry', () => {
    const text = 'a\u0000b\u001bc\u{d83d}d\u{dc00}e\ufffef\uffffg\u007f';
    expect(textsOf(xmlTree(document(hangingUp(text), 'guide')))).toEqual(['abcdefg\u007f']);
  });

  test('is cut after a sentence where it is too long', () => {
    const sentence = 'हम सोमवार से शनिवार तक खुले हैं।';
    const xml = document(listening(`${sentence} `.repeat(5_000), 2, NO_SPEECH), 'vobizxml', 'hi-IN');

    expect(Buffer.byteLength(xml)).toBeLessThan(100_000);
    const [spoken = '', after] = textsOf(xmlTree(xml));
    expect(spoken.length).toBeGreaterThan(9_000);
    expect(spoken.endsWith(`${sentence} ${sentence}`)).toBe(true);
    expect(after).toBe(NO_SPEECH);
  });

  test.each([
    ['after a word', `Well. ${'word '.repeat(40_000)}`, /word$/],
    ['anywhere, if need be, but never in the middle of a character', '😀'.repeat(40_000), /^(😀)+$/u],
    ['counting what escaping adds', '<&>'.repeat(40_000), /^[<&>]+$/],
  ])('is cut %s', (_, text, expected) => {
    const xml = document(hangingUp(text), 'guide');

    expect(Buffer.byteLength(xml)).toBeLessThan(100_000);
    const [spoken = ''] = textsOf(xmlTree(xml));
    expect(spoken).toMatch(expected);
    expect(spoken.length).toBeGreaterThan(9_000);
  });

  test('of any kind makes a document that Vobiz takes, and is read back as it was', () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      anyText.map((text): Step => ({ step: 'say', text })),
      fc.record({
        step: fc.constant('listen'),
        saying: anyText,
        turn: fc.integer({ min: 1, max: 100 }),
        afterGreeting: fc.boolean(),
      }),
      fc.record({ step: fc.constant('redirect'), turn: fc.nat(100), part: fc.nat(100) }),
      fc.constant<Step>({ step: 'hangUp' }),
      fc.record({ step: fc.constant('turnAway' as const), saying: anyText }),
    );
    const reply = fc.array(step, { maxLength: 6 });
    fc.assert(
      fc.property(reply, fc.constantFrom(...DIALECTS), anyText, (steps, dialect, language) => {
        const xml = document(steps, dialect, language);

        expect(() => xmlTree(xml)).not.toThrow();
        expect(parseDocument(Buffer.from(xml), dialect).problems).toEqual([]);
        expect(Buffer.byteLength(xml)).toBeLessThan(100_000);
      }),
    );
    const plain = fc.string({ unit: 'binary' }).filter((text) => /^[^\p{C}\s\uFFFE\uFFFF]+$/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(textsOf(xmlTree(document(hangingUp(text), 'guide')))).toEqual([text]);
      }),
    );
  });
});
