import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../phone/command-line.ts';
import { indented } from '../../phone/print.ts';
import { response, type ScriptedReply, scriptedServer } from '../../phone/scripted-server.ts';

/** Runs `npm run phone` with these words, and what is typed into it. */
async function run(words: string[], typed = '') {
  const main = new URL('../../phone/main.ts', import.meta.url).pathname;
  const phone = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  const exit = new Promise<number | null>((resolve) => phone.once('close', resolve));
  phone.stdin.end(typed);
  const [stdout, stderr, code] = await Promise.all([text(phone.stdout), text(phone.stderr), exit]);
  return { stdout, stderr, code };
}

const listening = (url: string, words: string): ScriptedReply =>
  response(`<Gather action="${url}/api/vobiz/pragati/input"><Say>${words}</Say></Gather>`);

describe('the command line', () => {
  test('runs a call unattended, a line of JSON for each exchange', async () => {
    await using server = await scriptedServer(({ url, fields }, address) =>
      url.endsWith('/hangup') ? { body: '' } : listening(address, fields.speech_result ?? 'Hello.'),
    );

    const said = ['--say', 'Are you open?', '--say', 'Thank you'];
    const { stdout, stderr, code } = await run([
      '--tenant',
      'pragati',
      '--server',
      server.url,
      '--json',
      ...said,
    ]);

    const exchanges = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const input = `${server.url}/api/vobiz/pragati/input`;
    expect(exchanges).toEqual([
      {
        webhook: 'answer',
        url: `${server.url}/api/vobiz/pragati/answer`,
        status: 200,
        ms: expect.any(Number),
        xml: expect.stringContaining('<Response>'),
        spoken: ['Hello.'],
      },
      expect.objectContaining({ webhook: 'input', url: input, spoken: ['Are you open?'] }),
      expect.objectContaining({ webhook: 'input', url: input, spoken: ['Thank you'] }),
      expect.objectContaining({ webhook: 'hangup', xml: '', spoken: [] }),
    ]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  test('lets a person speak, be silent, press keys and hang up', async () => {
    await using server = await scriptedServer(({ url, fields }, address) =>
      url.endsWith('/hangup')
        ? { body: '' }
        : listening(address, fields.Digits ?? (fields.speech_result || 'Hello.')),
    );

    const { stdout, code } = await run(
      ['--tenant', 'pragati', '--server', server.url],
      'Good morning\n\n#12\n/hangup\nunheard\n',
    );

    expect(server.received.map(({ fields }) => fields.Digits ?? fields.speech_result)).toEqual([
      undefined,
      'Good morning',
      '',
      '12',
      undefined,
    ]);
    expect(stdout).toMatch(/answer \d+ ms, status 200/);
    expect(stdout).toContain('Agent: Good morning');
    expect(code).toBe(0);
  });

  test('tells on standard error what was wrong, and what was never said', async () => {
    await using server = await scriptedServer(({ url }) =>
      url.endsWith('/hangup') ? { body: '' } : response('<Speak>Bye</Speak><Hangup/>'),
    );

    const { stderr, code } = await run([
      '--tenant',
      'pragati',
      '--server',
      server.url,
      '--say',
      'Hello',
      '--say',
      'Are you there?',
    ]);

    expect(stderr).toContain('The call ended early; not said: "Hello", "Are you there?".');
    expect(stderr).toContain('answer: Speak belongs to the other dialect, not to guide.');
    expect(code).toBe(1);
  });

  test('says in one sentence that no server answers', async () => {
    const { stdout, stderr, code } = await run([
      '--tenant',
      'pragati',
      '--server',
      'http://127.0.0.1:1',
      '--say',
      'Hello',
    ]);

    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:1\/api\/vobiz\/pragati\/answer can't be reached: .*\.\n$/);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  });

  test('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({
      stdout: expect.stringContaining('--dialect'),
      stderr: '',
      code: 0,
    });
    expect(await run([])).toMatchObject({
      stdout: '',
      stderr: 'Whom to call? Name a tenant: --tenant pragati.\n',
      code: 1,
    });
  });
});

describe('the words of the command line', () => {
  test('have the defaults of the demo tenant', () => {
    expect(readCommand(['--tenant', 'pragati'])).toEqual({
      kind: 'call',
      tenant: 'pragati',
      dialect: 'guide',
      from: '+919876543210',
      to: '+917971543252',
      server: 'http://127.0.0.1:4000',
      publicUrl: undefined,
      authToken: undefined,
      say: [],
      json: false,
    });
  });

  test.each([
    [['--tenant', 'pragati', '--dialect', 'twilio'], /--dialect is guide or vobizxml, not "twilio"/],
    [['--tenant', 'pragati', '--server', 'localhost'], /--server is an address/],
    [['--tenant', 'pragati', '--public-url', 'kaivox'], /--public-url is an address/],
    [['--tenant', 'pragati', '--loud'], /--loud/],
    [['pragati'], /pragati/],
    [['--tenant'], /--tenant/],
  ])('%j is a mistake', (words, sentence) => {
    expect(readCommand(words)).toMatchObject({ kind: 'mistake', sentence: expect.stringMatching(sentence) });
  });
});

test('a document is shown an element a line, indented', () => {
  expect(
    indented(
      '<?xml version="1.0"?><Response><Gather action="a"><Say>Hi &amp; bye</Say></Gather>\n<Hangup/></Response>',
    ),
  ).toEqual([
    '<?xml version="1.0"?>',
    '<Response>',
    '  <Gather action="a">',
    '    <Say>Hi &amp; bye</Say>',
    '  </Gather>',
    '  <Hangup/>',
    '</Response>',
  ]);
});
