import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../phone/carrier.ts';
import { aCallTo, response, type ScriptedReply, scriptedServer } from '../../phone/scripted-server.ts';
import { sign, signatureHeaders } from '../../phone/signature.ts';

describe('a delivery', () => {
  test('is repeated word for word, and changes nothing about the call', async () => {
    await using server = await scriptedServer((_, url) =>
      response(`<Gather action="${url}/api/vobiz/pragati/input"/>`),
    );
    const phone = aCallTo(server);
    await phone.dial();
    await phone.say('Hello?');

    const repeated = await phone.repeatLast();

    expect(repeated).toMatchObject({ webhook: 'input', status: 200 });
    expect(server.received[2]?.body).toBe(server.received[1]?.body);
    expect(phone.state).toBe('listening');
  });

  test('that got no reply can be made again, and is followed then', async () => {
    await using server = await scriptedServer((_, url) =>
      response(`<Gather action="${url}/api/vobiz/pragati/input"><Say>Yes?</Say></Gather>`),
    );
    let isDown = false;
    const phone = aCallTo(server, {
      fetch: (input, init) => (isDown ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init)),
    });
    await phone.dial();
    isDown = true;
    await expect(phone.say('Hello?')).rejects.toThrow(Unreachable);
    isDown = false;

    expect(await phone.redeliver()).toMatchObject({ spoken: 'Yes?', state: 'listening' });
    expect(server.received[1]?.fields.speech_result).toBe('Hello?');
  });

  test('may be anything at all', async () => {
    await using server = await scriptedServer(() => ({ status: 400, body: response('<Hangup/>') }));
    const phone = aCallTo(server);

    await phone.post('input', '%%%', {
      url: `${server.url}/api/vobiz/pragati/input?turn=x`,
      headers: { 'content-type': 'text/plain' },
    });
    await phone.post('answer', { call_id: '' }, { json: true });

    expect(server.received).toMatchObject([
      { url: '/api/vobiz/pragati/input?turn=x', body: '%%%', headers: { 'content-type': 'text/plain' } },
      { url: '/api/vobiz/pragati/answer', body: '{"call_id":""}' },
    ]);
  });

  test('to a port where no server listens is told in a sentence', async () => {
    await expect(aCallTo({ url: 'http://127.0.0.1:1' }).dial()).rejects.toThrow(
      "http://127.0.0.1:1/api/vobiz/pragati/answer can't be reached",
    );
  });
});

describe('a signature', () => {
  const base = 'https://kaivox.example/api/vobiz/pragati/answer';

  test('is Vobiz’s own test vector', () => {
    expect(sign('test-token', base, '5f1c0e', 'V3')).toBe('bckOrXHfZIpNedykFjgxE7ElHbK2ov5ybhJW6H2FNyI=');
    expect(sign('test-token', base, '5f1c0e', 'V2')).toBe('BElumRV4RH4jBwvyNpKelz2vw4V1BSJLw2l+3wiLwnU=');
  });

  test('covers the public address without its query, with a nonce of its own each time', async () => {
    await using server = await scriptedServer(() =>
      response('<Gather action="https://kaivox.example/api/vobiz/pragati/input?turn=1"/>'),
    );
    const phone = aCallTo(server, {
      publicUrl: 'https://kaivox.example',
      authToken: 'test-token',
      signatures: ['V3', 'V2'],
    });

    await phone.dial();
    await phone.say('Hello?');
    await phone.repeatLast();
    await phone.repeatLast({ replays: true });

    const nonces = server.received.map(({ headers }) => String(headers['x-vobiz-signature-v3-nonce']));
    expect(new Set(nonces).size).toBe(3);
    expect(nonces[3]).toBe(nonces[2]);
    for (const [index, { headers }] of server.received.entries()) {
      const signed = index === 0 ? base : base.replace('answer', 'input');
      expect(headers).toMatchObject(
        lowerCased(signatureHeaders('test-token', signed, nonces[index] ?? '', ['V3', 'V2'])),
      );
    }
  });

  test('is not sent without a token', async () => {
    await using server = await scriptedServer(() => response('<Hangup/>'));

    await aCallTo(server).dial();

    expect(Object.keys(server.received[0]?.headers ?? {})).not.toContainEqual(
      expect.stringMatching(/signature/),
    );
  });
});

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

describe('a reply', () => {
  test.each<[string, ScriptedReply, RegExp]>([
    ['another status', { status: 500, body: response('<Hangup/>') }, /status is 500/],
    ['a redirect of HTTP', { status: 302, body: response('<Hangup/>') }, /status is 302/],
    [
      'another type',
      { contentType: 'text/html', body: response('<Hangup/>') },
      /content type is "text\/html"/,
    ],
    [
      'another encoding',
      { contentType: 'application/xml; charset=latin1', body: response('<Hangup/>') },
      /content type/,
    ],
    ['no words and no listening', response(''), /does nothing/],
    ['a wrong document', response('<Shout/>'), /Shout/],
    ['an address elsewhere', response('<Redirect>http://127.0.0.1:1/</Redirect>'), /doesn't start with/],
  ])('with %s is a problem', async (_, reply, sentence) => {
    await using server = await scriptedServer(() => reply);
    const phone = aCallTo(server, { publicUrl: server.url });

    const { problems } = await phone.post('answer', phone.fields({ event: 'answered' }));

    expect(problems).toContainEqual(expect.stringMatching(sentence));
  });

  test('may be plain application/xml', async () => {
    await using server = await scriptedServer(() => ({
      contentType: 'application/xml',
      body: response('<Hangup/>'),
    }));

    expect((await aCallTo(server).dial()).exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
