import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../phone/dialect.ts';
import { parseDocument } from '../../phone/document.ts';
import { response } from '../../phone/scripted-server.ts';

const input = 'https://kaivox.example/api/vobiz/pragati/input';

/** The guide's own sample (docs.vobiz.ai, "Webhooks"). */
const GREETING = `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Gather input="speech" action="${input}" method="POST" timeout="5" speechTimeout="auto" language="en-IN">
    <Say>Hello! Welcome to Pragati Women's Hospital. How can I help you today?</Say>
  </Gather>
  <Say>I didn't hear anything. Please call back if you need help. Goodbye.</Say>
  <Hangup/>
</Response>`;

const problemsOf = (elements: string, dialect: Dialect) =>
  parseDocument(response(elements), dialect).problems;

describe('a document', () => {
  test('of the guide is read in the order in which it runs', () => {
    const { steps, problems } = parseDocument(GREETING, 'guide');

    expect(problems).toEqual([]);
    expect(steps).toMatchObject([
      {
        step: 'gather',
        action: input,
        prompts: [{ step: 'say', words: expect.stringMatching(/^Hello! Welcome/) }],
      },
      { step: 'say', words: expect.stringMatching(/Goodbye\.$/) },
      { step: 'hangUp' },
    ]);
  });

  test('of VobizXML knows all its elements', () => {
    const { steps, problems } = parseDocument(
      response(`
        <Speak voice="WOMAN" language="en-IN" loop="1">One <break strength="weak"/> moment.</Speak>
        <Play>https://kaivox.example/hold.mp3</Play>
        <Wait length="2" silence="true" minSilence="1"/>
        <Record action="${input}?turn=1" callbackUrl="${input}?turn=1" callbackMethod="POST" redirect="false" maxLength="60"
          timeout="2" finishOnKey="*" playBeep="false" fileFormat="wav"/>
        <Record callbackUrl="${input}?call=1" recordSession="true" timeout="14400" maxLength="14400" finishOnKey="*"/>
        <Conference muted="false" startConferenceOnEnter="true" endConferenceOnExit="false">room 1</Conference>
        <Stream bidirectional="true" keepCallAlive="true" audioTrack="inbound" contentType="audio/x-mulaw;rate=8000"
          statusCallbackUrl="${input}" maxRetries="3" streamTimeout="86400">wss://kaivox.example/api/vobiz/pragati/stream/s</Stream>
        <Dial action="${input}" timeout="20" callerId="+917971543252"><Number>+919876543210</Number><User>sip:a@b.example</User></Dial>
        <Gather action="${input}?turn=2&amp;part=1" inputType="dtmf speech" executionTimeout="15" speechEndTimeout="auto"
          digitEndTimeout="2" numDigits="4" finishOnKey="#" speechModel="phone_call" hints="OPD,scan" language="en-IN"/>
        <!-- the rest -->
        <Redirect method="POST">${input}?turn=2&amp;part=1</Redirect>
        <Hangup reason="busy" schedule="5"/>`),
      'vobizxml',
    );

    expect(problems).toEqual([]);
    expect(steps.map(({ step }) => step)).toEqual([
      'say',
      'play',
      'wait',
      'record',
      'record',
      'conference',
      'stream',
      'dial',
      'gather',
      'redirect',
      'hangUp',
    ]);
    expect(steps).toContainEqual(expect.objectContaining({ words: 'One moment.' }));
    expect(steps).toContainEqual(expect.objectContaining({ url: `${input}?turn=2&part=1` }));
    expect(steps).toContainEqual(
      expect.objectContaining({ destinations: ['+919876543210', 'sip:a@b.example'] }),
    );
  });
});

describe('a document that Vobiz would not take', () => {
  test.each<[string, Dialect, string, RegExp]>([
    ['the other dialect’s speech', 'guide', '<Speak>Hello</Speak>', /Speak belongs to the other dialect/],
    ['the guide’s speech', 'vobizxml', '<Say>Hello</Say>', /Say belongs to the other dialect/],
    [
      'the other dialect’s speech inside Gather',
      'guide',
      `<Gather action="${input}"><Speak>Hi</Speak></Gather>`,
      /Speak may not stand in Gather/,
    ],
    [
      'the other dialect’s attribute',
      'guide',
      `<Gather action="${input}" inputType="speech"/>`,
      /inputType="speech" is not documented/,
    ],
    [
      'the guide’s attribute',
      'vobizxml',
      `<Gather action="${input}" speechTimeout="auto"/>`,
      /speechTimeout="auto" is not documented/,
    ],
    ['an element nobody knows', 'guide', '<Shout>Hello</Shout>', /Shout is no element that we know/],
    [
      'an attribute nobody knows',
      'vobizxml',
      '<Speak speed="2">Hello</Speak>',
      /speed="2" is not documented/,
    ],
    [
      'an attribute that every object has',
      'vobizxml',
      '<Speak constructor="2">Hello</Speak>',
      /constructor="2" is not documented/,
    ],
    [
      'a value outside the documented',
      'vobizxml',
      `<Gather action="${input}" executionTimeout="61"/>`,
      /from 5 to 60/,
    ],
    [
      'a word where a number or auto belongs',
      'vobizxml',
      `<Gather action="${input}" speechEndTimeout="soon"/>`,
      /from 2 to 10 or auto/,
    ],
    ['an unknown voice', 'vobizxml', '<Speak voice="Polly">Hello</Speak>', /must be one of WOMAN, MAN/],
    [
      'a language that is not recognised',
      'guide',
      `<Gather action="${input}" language="hi-IN"/>`,
      /does not recognise/,
    ],
    [
      'hints past their length',
      'vobizxml',
      `<Gather action="${input}" hints="${'a'.repeat(10_001)}"/>`,
      /10,000 characters/,
    ],
    ['no action', 'guide', '<Gather input="speech"/>', /Gather has no action/],
    ['a relative action', 'guide', '<Gather action="/api/vobiz/pragati/input"/>', /must be an absolute/],
    ['a relative redirect', 'guide', '<Redirect>/api/vobiz/pragati/input</Redirect>', /must be an absolute/],
    ['a redirect by GET', 'guide', `<Redirect method="GET">${input}</Redirect>`, /must be one of POST/],
    [
      'a Hangup inside Gather',
      'guide',
      `<Gather action="${input}"><Hangup/></Gather>`,
      /Hangup may not stand in Gather/,
    ],
    ['words inside Gather', 'guide', `<Gather action="${input}">Hello</Gather>`, /"Hello" stands in Gather/],
    ['words outside any element', 'guide', 'Hello<Hangup/>', /"Hello" stands in Response/],
    ['words in a Hangup', 'guide', '<Hangup>Bye</Hangup>', /"Bye" stands in Hangup/],
    ['markup in plain speech', 'guide', '<Say>Hello <break/></Say>', /break may not stand in Say/],
    ['speech without words', 'guide', '<Say> </Say>', /Say says nothing/],
    ['a transfer to nobody', 'vobizxml', '<Dial/>', /Dial names nobody/],
    ['a control character', 'guide', '<Say>a\u0001b</Say>', /U\+0001/],
    ['a reference to one', 'guide', '<Say>a&#11;b</Say>', /U\+000B/],
  ])('holds %s', (_, dialect, elements, sentence) => {
    expect(problemsOf(elements, dialect)).toContainEqual(expect.stringMatching(sentence));
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['is no XML', 'Internal Server Error', /no well-formed XML/],
    ['is empty', '', /no well-formed XML/],
    ['does not escape', response('<Say>Tom & Jerry</Say>'), /no well-formed XML/],
    [
      'does not escape an address',
      response('<Redirect>https://a.example/input?turn=1&part=2</Redirect>'),
      /&part=2/,
    ],
    ['has a value without quotation marks', response('<Hangup reason=busy/>'), /no well-formed XML/],
    ['does not close', '<Response><Say>Hello</Response>', /no well-formed XML/],
    ['goes on after its end', '<Response/><Response/>', /no well-formed XML/],
    ['repeats an attribute', response('<Hangup reason="busy" reason="busy"/>'), /no well-formed XML/],
    ['names an entity of HTML', response('<Say>Hello&nbsp;you</Say>'), /no well-formed XML/],
    ['has another root', '<Answer/>', /root is Answer/],
    ['has a DOCTYPE', '<!DOCTYPE Response><Response/>', /DOCTYPE/],
    ['calls itself Latin', '<?xml version="1.0" encoding="ISO-8859-1"?><Response/>', /ISO-8859-1/],
    ['is Latin', Buffer.from('<Response><Say>Señora</Say></Response>', 'latin1'), /not UTF-8/],
    ['holds half a character', response('<Say>\ud83d</Say>'), /U\+D83D/],
    ['is too long', response(`<Say>${'a'.repeat(100 * 1024)}</Say>`), /Vobiz takes less than/],
  ])('%s', (_, reply, sentence) => {
    expect(parseDocument(reply, 'guide').problems).toContainEqual(expect.stringMatching(sentence));
  });

  test('still tells its steps as far as they can be read', () => {
    const { steps } = parseDocument(response('<Shout/><Say language="xx">Hello</Say><Hangup/>'), 'guide');

    expect(steps).toMatchObject([{ step: 'say', words: 'Hello' }, { step: 'hangUp' }]);
  });
});
