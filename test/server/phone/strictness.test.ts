import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../phone/dialect.ts';
import { parseDocument } from '../../phone/document.ts';
import { response } from '../../phone/scripted-server.ts';

const INPUT = 'https://kaivox.example/api/vobiz/pragati/input';
const SOCKET = 'wss://kaivox.example/api/vobiz/pragati/stream/s';
const BOTH = `action="${INPUT}" callbackUrl="${INPUT}"`;

const read = (elements: string, dialect: Dialect = 'vobizxml') => parseDocument(response(elements), dialect);

const gather = (attributes: string, inside = '') =>
  `<Gather action="${INPUT}" ${attributes}>${inside}</Gather>`;
const record = (attributes: string) => `<Record ${BOTH} ${attributes}/>`;
const dial = (attributes: string, inside = '<Number>+919876543210</Number>') =>
  `<Dial ${attributes}>${inside}</Dial>`;
const stream = (attributes: string, url = SOCKET) => `<Stream ${attributes}>${url}</Stream>`;

describe('what the documented attributes may be', () => {
  test.each([
    [
      'the names of five hundred people',
      gather(`hints="${Array.from({ length: 500 }, (_, at) => `p${at}`)}"`),
    ],
    ['names in any script, with blanks', gather('hints="Dr. Meera Rao, स्त्री रोग, X-ray"')],
    ['the model for telephones', gather('speechModel="phone_call"')],
    ['American English', gather('language="en-US"')],
    ['British English', gather('language="en-GB"')],
    ['a key that ends digits', gather('finishOnKey="#"')],
    ['no such key', gather('finishOnKey="none"')],
    ['one key that ends a recording', record('finishOnKey="*"')],
    ['several', record('finishOnKey="*#"')],
    [
      'a session told by its report alone',
      `<Record callbackUrl="${INPUT}" finishOnKey="*" timeout="14400"/>`,
    ],
    [
      'a transfer with all there is',
      dial(`${BOTH} redirect="true" callbackMethod="POST" timeout="20" timeLimit="3600"
      callerId="+917971543252" callerName="Pragati" dialMusic="${INPUT}" confirmSound="${INPUT}" confirmKey="1"
      hangupOnStar="true" sipHeaders="a=b"`),
    ],
    [
      'several that ring at once',
      dial('', '<Number>919876543210</Number><User>sip:front@pbx.example</User>'),
    ],
    ['Hindi, spoken', '<Speak language="hi-IN">नमस्ते</Speak>'],
    ['a stream without retries', stream('bidirectional="true" keepCallAlive="true" maxRetries="0"')],
    ['a stream on this machine', stream('', 'ws://127.0.0.1:4000/api/vobiz/pragati/stream/s')],
    ['turning a call away', '<Hangup reason="busy"/>'],
    [
      'SSML',
      '<Speak>It is <say-as interpret-as="digits">12</say-as><break time="200ms"/>, <sub alias="doctor">Dr</sub></Speak>',
    ],
  ])('%s', (_, elements) => {
    expect(read(elements)).toMatchObject({ problems: [], isRefused: false });
  });

  test.each([
    [
      'more phrases than five hundred',
      gather(`hints="${Array.from({ length: 501 }, () => 'p')}"`),
      /500 phrases/,
    ],
    ['a phrase too long', gather(`hints="a,${'b'.repeat(101)}"`), /100 characters/],
    [
      'hints too long in all',
      gather(`hints="${Array.from({ length: 120 }, () => 'b'.repeat(99))}"`),
      /10,000 char/,
    ],
    ['a phrase without a letter', gather('hints="a,,b"'), /phrase that is empty/],
    [
      'a model that is only described',
      gather('speechModel="telephony"'),
      /speechModel="telephony" must be one of/,
    ],
    ['a model that nobody describes', gather('speechModel="nova-2"'), /must be one of default/],
    ['an empty key', gather('finishOnKey=""'), /finishOnKey="" must be a key/],
    ['no digits at all', gather('numDigits="0"'), /from 1 to 32/],
    ['digits that end too soon', gather('digitEndTimeout="1"'), /from 2 to 10 or auto/],
    ['speech that ends too late', gather('speechEndTimeout="11"'), /from 2 to 10 or auto/],
    ['too little patience', gather('executionTimeout="4"'), /from 5 to 60/],
    ['another input', gather('inputType="speech dtmf"'), /must be one of dtmf, speech/],
    [
      'a relative address for what is heard so far',
      gather('interimSpeechResultsCallback="/input"'),
      /absolute/,
    ],
    ['a recording inside Gather', gather('', record('')), /Record may not stand in Gather/],
    ['waiting inside Gather', gather('', '<Wait length="1"/>'), /Wait may not stand in Gather/],
    ['another Gather inside', gather('', gather('')), /Gather may not stand in Gather/],
    ['a recording that nobody hears of', '<Record/>', /neither action nor callbackUrl/],
    ['a recording whose sound reaches nobody', `<Record action="${INPUT}"/>`, /no callbackUrl/],
    ['a recording that no key ends', record('finishOnKey=""'), /finishOnKey="" must be one or more/],
    ['a recording that a word ends', record('finishOnKey="none"'), /must be one or more/],
    ['a recording without length', record('maxLength="0"'), /of at least 1/],
    ['a recording without patience', record('timeout="0"'), /of at least 1/],
    ['a recording in another format', record('fileFormat="ogg"'), /must be one of mp3, wav/],
    ['a recording told by GET', record('callbackMethod="GET"'), /must be one of POST/],
    ['a recording that transcribes', record('transcriptionType="auto"'), /not documented/],
    ['a relative report', `<Record callbackUrl="/input"/>`, /absolute/],
    ['elements in a recording', `<Record ${BOTH}><Speak>Hi</Speak></Record>`, /Record holds no elements/],
    ['a number with letters', dial('', '<Number>front desk</Number>'), /can't be called/],
    ['a user without a scheme', dial('', '<User>front@pbx.example</User>'), /can't be called/],
    [
      'words in a transfer',
      dial('', '<Number>+919876543210</Number>Please wait'),
      /"Please wait" stands in Dial/,
    ],
    ['speech in a transfer', dial('', '<Speak>Wait</Speak>'), /Speak may not stand in Dial/],
    ['a number’s own attributes', dial('', '<Number sendDigits="1">+919876543210</Number>'), /sendDigits/],
    ['ringing for no time', dial('timeout="0"'), /of at least 1/],
    ['a caller without a number', dial('callerId=" "'), /must not be empty/],
    ['music that stands in the document', dial('dialMusic="real"'), /absolute/],
    ['a room without a name', '<Conference/>', /names no room/],
    ['a room with a sound in the document', '<Conference waitSound="hold.mp3">r</Conference>', /absolute/],
    ['a stream over http', stream('', 'https://kaivox.example/s'), /absolute wss URL/],
    ['a stream without TLS', stream('', 'ws://kaivox.example/s'), /absolute wss URL/],
    ['more retries than ten', stream('maxRetries="11"'), /from 0 to 10/],
    ['both tracks, both ways', stream('bidirectional="true" audioTrack="both"'), /ends the call/],
    ['the other track, both ways', stream('bidirectional="true" audioTrack="outbound"'), /ends the call/],
    ['a sound of unclear byte order', stream('contentType="audio/x-l16;rate=8000"'), /no µ-law/],
    ['a sound without a rate', stream('contentType="audio/x-mulaw"'), /must be one of/],
    ['a reason that is none', '<Hangup reason="tired"/>', /must be one of rejected, busy/],
    [
      'SSML that isn’t',
      '<Speak><audio src="https://a.example/x.mp3"/>Hello</Speak>',
      /audio may not stand in Speak/,
    ],
    [
      'an attribute of none of SSML',
      '<Speak><break seconds="1"/>Hello</Speak>',
      /break in Speak takes no seconds/,
    ],
    ['a whole page in a Speak', '<Speak><speak>Hello</speak></Speak>', /speak may not stand in Speak/],
  ])('not %s', (_, elements, sentence) => {
    expect(read(elements).problems).toContainEqual(expect.stringMatching(sentence));
  });

  test.each([
    ['Record', record('')],
    ['Dial', dial('')],
    ['Wait', '<Wait length="1"/>'],
    ['Play', '<Play>https://kaivox.example/hold.mp3</Play>'],
    ['Conference', '<Conference>r</Conference>'],
    ['Stream', stream('')],
  ])('%s is VobizXML’s alone', (name, elements) => {
    expect(read(elements, 'guide').problems).toEqual([`${name} belongs to the other dialect, not to guide.`]);
  });
});

describe('a document is refused as a whole, and the call drops,', () => {
  test.each(['hi-IN', 'ta-IN', 'bn-IN', 'en-AU', 'fr-FR', 'en', 'EN-IN', ''])(
    'where Gather is to recognise "%s"',
    (language) => {
      for (const dialect of ['vobizxml', 'guide'] as const) {
        const { isRefused, problems } = read(gather(`language="${language}"`), dialect);
        expect(problems).toContainEqual(expect.stringMatching(/does not recognise/));
        expect(isRefused).toBe(true);
      }
    },
  );

  test.each<[string, string]>([
    ['it is no XML', 'Internal Server Error'],
    ['it has 100 KB', response(`<Speak>${'a'.repeat(100_000)}</Speak>`)],
  ])('where %s', (_, xml) => {
    expect(parseDocument(xml, 'vobizxml').isRefused).toBe(true);
  });

  test('but not for what Vobiz passes over', () => {
    expect(read('<Shout/><Speak voice="Polly">Hello</Speak>').isRefused).toBe(false);
  });
});

describe('an account of before 2026', () => {
  test.each([
    ['is told the sound at action alone', `<Record action="${INPUT}"/>`],
    ['takes a key that is none', `<Record action="${INPUT}" finishOnKey=""/>`],
    ['records a session with what stands in it', `<Record recordSession="true" callbackUrl="${INPUT}"/>`],
  ])('%s', (_, elements) => {
    expect(parseDocument(response(elements), 'vobizxml', { record: 'older' }).problems).toEqual([]);
  });

  test('needs the action', () => {
    const { problems } = parseDocument(response(`<Record callbackUrl="${INPUT}"/>`), 'vobizxml', {
      record: 'older',
    });
    expect(problems).toEqual(['Record has no action.']);
  });
});

test('what is spoken of SSML is what a caller hears', () => {
  const { steps } = read(
    '<Speak>Call<break time="1s"/><say-as interpret-as="digits">12</say-as>, <!-- why --> <sub alias="doctor">Dr</sub> Rao.</Speak>',
  );
  expect(steps).toMatchObject([{ words: 'Call 12, doctor Rao.' }]);
});
