import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aVobizAdapter, GREETING, PUBLIC_URL } from '../vobiz-adapter.ts';
import { xmlTree } from '../xml-tree.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

const hangup = xmlTree('<Response><Hangup/></Response>');
const body = { call_id: 'c1', from: '+919876543210', to: '+917971543252' };

describe.each(['guide', 'vobizxml'] as const)('a call in %s', (dialect) => {
  test.each([false, true])('goes from answer to hangup; as JSON: %s', async (json) => {
    const { aPhone, asked } = await aVobizAdapter();
    const phone = aPhone({ dialect, json });

    expect(await phone.dial()).toMatchObject({ spoken: GREETING, state: 'listening' });
    expect(await phone.say('Are you open?')).toMatchObject({ spoken: 'You said Are you open?.' });
    expect(await phone.press('12')).toMatchObject({ spoken: 'You pressed.' });
    expect(await phone.staySilent()).toMatchObject({ spoken: 'You stayedSilent.' });
    await phone.hangUp({ durationSeconds: 42 });

    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
    expect(asked.map(({ event }) => event)).toMatchObject([
      { kind: 'answered' },
      { kind: 'spoke', words: 'Are you open?' },
      { kind: 'pressed', digits: '12', turn: 2 },
      { kind: 'stayedSilent', turn: 3 },
      { kind: 'hungUp', durationSeconds: 42 },
    ]);
    for (const { call } of asked) {
      expect(call).toMatchObject({
        tenant: { slug: 'pragati' },
        providerCallId: 'c1',
        direction: 'INBOUND',
        from: '+919876543210',
        to: '+917971543252',
        verified: false,
      });
    }
  });

  test('is told the rest of a reply', async () => {
    const { aPhone, asked } = await aVobizAdapter({
      calls: {
        input: async () => [
          { step: 'say', text: 'One moment.' },
          { step: 'redirect', turn: 1, part: 1 },
        ],
      },
    });
    const phone = aPhone({ dialect });
    await phone.dial();

    expect(await phone.say('Are you open?')).toMatchObject({ spoken: 'One moment. That is all.' });
    expect(asked.at(-1)?.event).toEqual({ kind: 'continued', turn: 1, part: 1 });
    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('may be reported over at the answer’s address', async () => {
    const { aPhone, asked } = await aVobizAdapter();
    const phone = aPhone({ dialect, extraFields: { Event: 'Hangup' } });

    const exchange = await phone.post('answer', phone.fields({ event: 'answered' }));

    expect(asked.map(({ event }) => event)).toMatchObject([{ kind: 'hungUp' }]);
    expect(exchange).toMatchObject({ status: 200, steps: [{ step: 'hangUp' }], problems: [] });
  });
});

test('a dialect may be forced', async () => {
  const { aPhone } = await aVobizAdapter({ forcedDialect: 'vobizxml' });

  const { xml } = await aPhone({ dialect: 'guide' }).post('answer', body);

  expect(xml).toContain('<Speak');
});

test('a reply is a document and nothing else', async () => {
  const { url } = await aVobizAdapter();

  const response = await fetch(`${url}/api/vobiz/pragati/answer`, {
    method: 'POST',
    body: new URLSearchParams(body),
  });

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(await response.text()));
});

describe('a body', () => {
  test.each([
    ['nothing', '', FORM],
    ['a form without an id', 'from=1', FORM],
    ['no JSON', '{"call_id":', JSON_TYPE],
    ['a list', '["call_id"]', JSON_TYPE],
    ['a text', '"call_id"', JSON_TYPE],
    ['null', 'null', JSON_TYPE],
    ['a polluted prototype', '{"__proto__":{"call_id":"c1"},"constructor":1}', JSON_TYPE],
    [
      'an unknown charset',
      'call_id=c1',
      { 'content-type': 'application/x-www-form-urlencoded; charset=klingon' },
    ],
    [
      'an unknown charset of JSON',
      '{"call_id":"c1"}',
      { 'content-type': 'application/json; charset=klingon' },
    ],
    ['an unknown encoding', 'call_id=c1', { ...FORM, 'content-encoding': 'klingon' }],
    ['a broken encoding', 'call_id=c1', { ...FORM, 'content-encoding': 'gzip' }],
    ['too much', `call_id=c1&speech=${'x'.repeat(300_000)}`, FORM],
    [
      'too much once it is unpacked',
      gzipSync(`call_id=c1&speech=${'x'.repeat(300_000)}`),
      { ...FORM, 'content-encoding': 'gzip' },
    ],
    ['too many fields', `call_id=c1${'&a=1'.repeat(2_000)}`, FORM],
  ])('that is %s is nobody’s call', async (_, sent, headers) => {
    const { url, asked } = await aVobizAdapter();

    const response = await fetch(`${url}/api/vobiz/pragati/input`, { method: 'POST', body: sent, headers });

    expect(response.status).toBe(400);
    expect(xmlTree(await response.text())).toEqual(hangup);
    expect(asked).toEqual([]);
  });

  test.each([
    ['undeclared', {}],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a form in UTF-8', { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' }],
  ])('that is %s is read as a form', async (_, headers) => {
    const { url, asked } = await aVobizAdapter();

    const sent = Buffer.from('call_id=c1&from=%2B919876543210&speech=%E0%A4%B9%E0%A4%BE%E0%A4%81');
    await fetch(`${url}/api/vobiz/pragati/input`, { method: 'POST', body: sent, headers });

    expect(asked).toMatchObject([{ call: { from: '+919876543210' }, event: { words: 'हाँ' } }]);
  });
});

test.each([
  ['of a tenant that isn’t there', '/nobody/answer'],
  ['of no tenant that could be', `/${'x'.repeat(200)}/answer`],
  ['that no database could look up', '/pra%00gati/answer'],
  ['that can’t be decoded', '/%E0%A4%A/answer'],
  ['of no webhook', '/pragati/ring'],
  ['with more behind it', '/pragati/answer/now'],
  ['with a slash behind it', '/pragati/answer/'],
  ['in another letter case', '/pragati/ANSWER'],
  ['of nothing', ''],
])('an address %s says that nobody is there, and hangs up', async (_, path) => {
  const { url, asked } = await aVobizAdapter();

  const response = await fetch(`${url}/api/vobiz${path}`, {
    method: 'POST',
    body: new URLSearchParams(body),
  });

  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(xmlTree(await response.text())).toMatchObject([
    { name: 'Response', inside: [{ name: 'Say' }, { name: 'Hangup' }] },
  ]);
  expect(asked).toEqual([]);
});

test('an unknown tenant’s caller is told so in VobizXML as well', async () => {
  const { aPhone } = await aVobizAdapter();

  const exchange = await aPhone({ dialect: 'vobizxml', tenant: 'nobody' }).dial();

  expect(exchange.spoken).toContain('not in service');
});

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is no way to call', async (method) => {
  const { url, asked } = await aVobizAdapter();

  const response = await fetch(`${url}/api/vobiz/pragati/answer?call_id=c1`, { method });

  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
  if (method !== 'HEAD') expect(xmlTree(await response.text())).toEqual(hangup);
  expect(asked).toEqual([]);
});

test('a webhook leaves one line in the log: numbers masked, words never', async () => {
  const { aPhone, logged } = await aVobizAdapter();
  const phone = aPhone();
  await phone.dial();
  logged.length = 0;

  await phone.say('My secret is safe');

  expect(logged).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      webhook: 'input',
      tenant: 'pragati',
      dialect: 'guide',
      callId: 'c1',
      event: 'spoke',
      from: '+91987…210',
      to: '+91797…252',
      ms: expect.any(Number),
      status: 200,
      msg: 'Webhook',
    },
  ]);
});

test('addresses start with the public one, whatever the request calls this host', async () => {
  const { aPhone } = await aVobizAdapter();

  const { xml } = await aPhone().post('answer', body, { headers: { 'x-forwarded-host': 'evil.example' } });

  expect(xml).toContain(`action="${PUBLIC_URL}/api/vobiz/pragati/input"`);
});
