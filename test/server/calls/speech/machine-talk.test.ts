import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SentenceSplitter } from '../../../../server/calls/reply/sentences.ts';

/** What a caller hears of a model's text that comes in these pieces, as one text. */
function heardOf(...pieces: string[]): string {
  const splitter = new SentenceSplitter('Asha');
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.rest()].join(' ');
}

const OPEN = 'We open at nine.';

const kinds: Record<string, [text: string, heard: string][]> = {
  thoughts: [
    [`<think>Caller is rude.</think>${OPEN}`, OPEN],
    [`<think>\nThe caller wants hours. I should tell them.\n</think>\n\n${OPEN}`, OPEN],
    [`<thinking>One. Two.</thinking> ${OPEN}`, OPEN],
    [`<THINK>One.</Think>${OPEN}`, OPEN],
    [`<think>One <think>two</think> three.</think>${OPEN}`, OPEN],
    [`<reasoning effort="high">One. Two.</reasoning>${OPEN}`, OPEN],
    [`Caller is rude.</think>${OPEN}`, OPEN],
    [`${OPEN} <think>Was that right?`, OPEN],
    [`${OPEN} <thi`, OPEN],
    ['<think>The caller is rude. I should', ''],
    [
      `<|channel|>analysis<|message|>Caller is rude.<|end|><|start|>assistant<|channel|>final<|message|>${OPEN}<|return|>`,
      OPEN,
    ],
    [`<|start|>assistant<|channel|>analysis<|message|>Rude. Very.<|end|>${OPEN}`, OPEN],
    ['<|channel|>analysis<|message|>Caller is rude. Hm', ''],
    ['<|channel|>analysis Caller is rude.', ''],
    [`<|channel|>final ${OPEN}`, OPEN],
    [
      `<|channel|>commentary to=functions.book <|constrain|>json<|message|>{"day":"Monday"}<|call|>${OPEN}`,
      OPEN,
    ],
    [`<|im_start|>assistant\n${OPEN}<|im_end|>\n<|im_start|>user\nAnd on Sunday?<|im_end|>`, OPEN],
    [`<|begin_of_thought|>Rude.<|end_of_thought|>${OPEN}<|eot_id|>More.`, OPEN],
    [`[THINK]Caller is rude. Very.[/THINK]${OPEN}`, OPEN],
    [`◁think▷Caller is rude.◁/think▷${OPEN}`, OPEN],
    [`Thought: the caller is rude.\nAnswer: ${OPEN}`, OPEN],
    [`<seed:think>Rude.</seed:think>${OPEN}`, OPEN],
    [`<!-- Caller is rude. -->${OPEN}`, OPEN],
  ],
  'tools and JSON': [
    [`{"spoken":"${OPEN}"}`, OPEN],
    [`{"say": "${OPEN}"}`, OPEN],
    [`{"thought":"rude","reply":"${OPEN}"}`, OPEN],
    [`{'say': '${OPEN}'}`, OPEN],
    [`{say: "${OPEN}",}`, OPEN],
    [`[{"say":"${OPEN}"},{"say":"Do come."}]`, `${OPEN} Do come.`],
    [`{"role":"assistant","content":"${OPEN}"}`, OPEN],
    [`{"response":{"text":"${OPEN}"}}`, OPEN],
    [`\`\`\`json\n{"spoken": "${OPEN}"}\n\`\`\``, OPEN],
    [`{"spoken":"He said \\"come\\". Do."}`, 'He said "come". Do.'],
    [`{"spoken":"${OPEN} Please co`, OPEN],
    ['{"spoken":"Please co', ''],
    ['{"name":"book_appointment","arguments":{"text":"Monday"}}', ''],
    [`${OPEN} {"tool":"end_call","message":"bye"}`, OPEN],
    [`{"a": {"b": [1, 2]}} ${OPEN}`, OPEN],
    [`<tool_call>{"name":"book","arguments":{"day":"x > y"}}</tool_call>${OPEN}`, OPEN],
    [`<function=end_call>{"a": 1}</function>${OPEN}`, OPEN],
    [`${OPEN} [END_CALL]`, OPEN],
    [`${OPEN} [[END_CALL]]`, OPEN],
    [`${OPEN} [END_CA`, OPEN],
    [`${OPEN} END_CALL`, OPEN],
    [`${OPEN} [TOOL: end_call]`, OPEN],
    [`[TOOL_CALLS][{"name":"book","arguments":{}}]`, ''],
    [`${OPEN} end_call()`, OPEN],
    [`book_appointment(name="Ravi (8)", day="Monday. Or not.") ${OPEN}`, OPEN],
    [`functions.end_call({"reason": "done"})`, ''],
    [`\`\`\`tool_code\nprint(book("Monday. One."))\n\`\`\`\n${OPEN}`, OPEN],
    [`<invoke name="book"><parameter name="day">Monday. One.</parameter></invoke>${OPEN}`, OPEN],
    [`Action: end_call\nAction Input: {"a": 1}`, ''],
    [`${OPEN}【4†source】`, OPEN],
  ],
  'stage directions': [
    [`*smiles* ${OPEN}`, OPEN],
    [`*smiles warmly at the caller* ${OPEN}`, OPEN],
    [`(pauses) ${OPEN}`, OPEN],
    [`[laughs] ${OPEN}`, OPEN],
    [`Well, (short pause) ${OPEN}`, `Well, ${OPEN}`],
    [`(in a warm tone) ${OPEN}`, OPEN],
    [`**laughs** ${OPEN}`, OPEN],
    [`(clears throat) ${OPEN}`, OPEN],
    [`*typing sounds* ${OPEN}`, OPEN],
    [`${OPEN} (ends call)`, OPEN],
    [`(हंसते हुए) ${OPEN}`, OPEN],
    [`(मुस्कुराते हुए) हम नौ बजे खुलते हैं।`, 'हम नौ बजे खुलते हैं।'],
    [`${OPEN} *smil`, OPEN],
    [`${OPEN} (laughs soft`, OPEN],
  ],
  'speech markup': [
    [`<speak>${OPEN}</speak>`, OPEN],
    [
      `<speak><prosody rate="slow">${OPEN}</prosody> <break time="1.5s"/> Do come.</speak>`,
      `${OPEN} Do come.`,
    ],
    [`Call <say-as interpret-as="telephone">98111 22233</say-as>.`, 'Call 98111 22233.'],
    [`<p>${OPEN}</p><p>Do come.</p>`, `${OPEN} Do come.`],
    [`Ask for <sub alias="Doctor">Dr.</sub> Rao.`, 'Ask for Dr. Rao.'],
    [`<?xml version="1.0"?><speak>${OPEN}</speak>`, OPEN],
    [`<speak version='1.1' xml:lang='en-IN'>${OPEN}`, OPEN],
    [`We <emphasis level="strong">open</emphasis> at nine.`, OPEN],
    [`<amazon:effect name="whispered">${OPEN}</amazon:effect>`, OPEN],
    [`<audio src="a.mp3"/>${OPEN}`, OPEN],
    [`${OPEN} <break time="1`, OPEN],
  ],
  'labels of speakers': [
    [`Asha: ${OPEN}`, OPEN],
    [`**Asha:** ${OPEN}`, OPEN],
    [`Agent: ${OPEN}`, OPEN],
    [`Assistant: ${OPEN}`, OPEN],
    [`assistant: ${OPEN}`, OPEN],
    [`[Agent]: ${OPEN}`, OPEN],
    [`Asha (warmly): ${OPEN}`, OPEN],
    [`AI Receptionist: ${OPEN}`, OPEN],
    [`${OPEN} Asha: Do come.`, `${OPEN} Do come.`],
    [`${OPEN}\nUser: And on Sunday?\nAsha: Closed.`, OPEN],
    [`${OPEN} Caller: And on Sunday? Agent: Closed.`, OPEN],
    [`${OPEN}\n**Caller:** And on Sunday?`, OPEN],
    [`${OPEN}\nHuman: And on Sunday?`, OPEN],
    [`User: When do you open?\nAgent: ${OPEN}`, ''],
    [`एजेंट: हम नौ बजे खुलते हैं।`, 'हम नौ बजे खुलते हैं।'],
    [`${OPEN}\nकॉलर: और रविवार को?`, OPEN],
    [`<think>Rude.</think>Asha: ${OPEN}`, OPEN],
  ],
  'marks and entities': [
    ['We&nbsp;open at&nbsp;nine.', OPEN],
    ['Welcome to A &amp; B.', 'Welcome to A & B.'],
    ['It&#39;s A &amp;amp; B.', "It's A & B."],
    ['It&rsquo;s &quot;open&quot;.', 'It’s "open".'],
    ['**A & B** 😊 welcome you.', 'A & B welcome you.'],
    ['Less &lt;b&gt;bold&lt;/b&gt;.', 'Less bold.'],
    ['&#x1F600; Hello.', 'Hello.'],
    ['AT&T; and R&D; too.', 'AT&T; and R&D; too.'],
    ['# Hours\n* Monday\n* Friday', 'Hours. Monday. Friday.'],
    ['See [our page](https://speedy.example/a_b).', 'See our page.'],
    ['&ldquo;Yes&rdquo;&hellip; we do.', '“Yes”… we do.'],
  ],
  'what means something': [
    'Write to front_desk@speedy.example today.',
    'Write to _front_desk@speedy.example_ today.'.replaceAll(/ _|_ /gu, ' '),
    'Press * for English.',
    'Press # to end.',
    'Press "*" or "#" now.',
    'अंग्रेज़ी के लिए * दबाएं।',
    'We teach C# and F# here.',
    'It is open (on Sundays too).',
    'Our Smiles (Andheri) branch is open.',
    'Note: we close at five.',
    'Monday: nine to five.',
    'The user: a friend of ours.',
    'Please tell the caller: all is well.',
    'Pay the fee (500 rupees) there.',
    'He waits (with a card) outside.',
    'Ask for Asha: she is in.',
    'Our end is 5 < 6.'.replace('< ', ''),
    'Is (b) better than (a)?',
    'Thinking of you, and your reasoning.',
    'Your customer_id is on the bill.',
    'See https://speedy.example/a_b/c for more.',
  ].map((text) => [text, text]),
};

describe.each(Object.entries(kinds))('a caller and %s', (_kind, cases) => {
  test.each(cases)('of %j hears %j', (text, heard) => {
    expect(heardOf(text)).toBe(heard);
  });

  test.each(cases)('hears the same of %j cut at any character', (text, heard) => {
    expect(heardOf(...text)).toBe(heard);
    for (let cut = 1; cut < text.length; cut += 1)
      expect(heardOf(text.slice(0, cut), text.slice(cut))).toBe(heard);
  });
});

describe('a thought that is broken off anywhere', () => {
  test.each([
    `<think>Zebra zebra.</think>${OPEN}`,
    `<thinking>Zebra zebra.</thinking>${OPEN}`,
    `<|channel|>analysis<|message|>Zebra zebra.<|end|><|start|>assistant<|channel|>final<|message|>${OPEN}`,
    `${OPEN} {"name":"zebra","arguments":{"zebra":"zebra"}}`,
    `${OPEN} [ZEBRA_CALL]`,
    `<tool_call>{"name":"zebra"}</tool_call>${OPEN}`,
  ])('%s', (text) => {
    for (let end = 0; end <= text.length; end += 1)
      expect(heardOf(text.slice(0, end))).not.toMatch(/zebra|channel|analysis|think|tool|message/i);
  });
});

const pieces = fc.array(
  fc.constantFrom(
    ...[
      '<think>',
      '</think>',
      '<thinking>',
      '<|channel|>',
      'analysis',
      'final',
      '<|message|>',
      '<|end|>',
      '<|start|>',
    ],
    ...[
      '{',
      '}',
      '"say"',
      ':',
      '"',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '*',
      '**',
      '`',
      '```',
      'json',
      '\n',
      ' ',
      '. ',
      'Asha',
      'User',
    ],
    ...[
      'smiles',
      'END_CALL',
      '_',
      '<',
      '>',
      '<b>',
      '/',
      '&amp;',
      '😊',
      'We open',
      'हम',
      '◁think▷',
      '【',
      '】',
      '<!--',
      '-->',
      '#',
    ],
  ),
  { maxLength: 60, size: 'max' },
);

test('a caller hears the same in whatever pieces a hostile text comes, and nothing of any markup', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const whole = heardOf(parts.join(''));
      expect(heardOf(...parts)).toBe(whole);
      expect(heardOf(...parts.flatMap((part) => [...part]))).toBe(whole);
      expect(whole).not.toMatch(/[`[\]<>{}]/u);
    }),
    { numRuns: 400 },
  );
});

test.each([
  '<think>',
  '<',
  '<a ',
  '{"',
  '{',
  '[',
  '[[',
  '(',
  '*',
  '`',
  '<|',
  '<|channel|>',
  'a_b(',
  'Asha',
  '\\"',
  '&',
  '&amp;',
  '<!--',
  '{"a":"\\',
  ' ',
  '\n',
  '- ',
  '【',
  '◁',
  'x',
  '**a',
  '[x](',
  '"say":"',
])('two hundred thousand characters of %j keep no caller waiting', (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const began = performance.now();
  heardOf(text);
  heardOf(`{"${text}`);
  expect(performance.now() - began).toBeLessThan(3_000);
});
