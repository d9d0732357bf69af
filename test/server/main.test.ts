import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FakeOpenAi } from '../fakes/openai-api.ts';
import { Telephone } from '../phone/telephone.ts';
import { anEmptyDatabase } from '../support/database.ts';

// Each test starts whole processes, one after the other.
vi.setConfig({ testTimeout: 90_000 });

const PROJECT = resolve(import.meta.dirname, '../..');

/** `npm start` without npm: the process that a person would start, with nothing but this environment. */
function start(env: Record<string, string>): ChildProcess {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-main-'));
  const node = join(PROJECT, 'node_modules/.bin/node');
  const child = spawn(node, ['--import', 'tsx', 'server/main.ts'], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: '0', ...env },
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  });
  return child;
}

/** Resolves with what was printed once it answers; stdout goes on being read. */
async function untilItAnswers(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += String(chunk);
    if (printed.includes('npm run phone')) break;
  }
  child.stdout?.resume();
  return printed;
}

const urlIn = (printed: string) => /Console +(\S+)\//.exec(printed)?.[1] ?? '';

async function failure(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = start(env);
  const [said] = await Promise.all([text(child.stderr ?? process.stdin), once(child, 'exit')]);
  return { code: child.exitCode, said: said.replace('Starting KaiVox …\n', '') };
}

test.each([
  ['a wrong variable', { PORT: 'forty' }, /^PORT must be a whole number/],
  [
    'an unreachable database',
    { DATABASE_URL: 'postgres://kaivox:hush@127.0.0.1:1/kaivox' },
    /^DATABASE_URL \(127\.0\.0\.1:1\/kaivox\) can't be reached: nothing listens there\.$/m,
  ],
  [
    'a host that is not there',
    { DATABASE_URL: 'postgres://kaivox:hush@no-such-host.invalid/kaivox' },
    /^DATABASE_URL \(no-such-host\.invalid\/kaivox\) can't be reached/,
  ],
])('%s is told in one sentence', async (_, env, sentence) => {
  const { code, said } = await failure(env);
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).not.toContain('hush');
});

test('a taken port is told in one sentence', async () => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { code, said } = await failure({ PORT: `${port}`, DATABASE_URL: await anEmptyDatabase() });
  expect(code).toBe(1);
  expect(said).toBe(`PORT ${port} is taken by another program; choose another PORT.\n`);
});

test('a server that is no PostgreSQL is told in one sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { code, said } = await failure({ DATABASE_URL: `postgres://a:hush@127.0.0.1:${port}/kaivox` });
  expect(code).toBe(1);
  expect(said).toMatch(/^DATABASE_URL \(127\.0\.0\.1:\d+\/kaivox\) can't be reached: /);
});

test('a first start says where to look and how to sign in; a second does not repeat passwords', async () => {
  const env = {
    DATABASE_URL: await anEmptyDatabase(),
    DEMO_DATA: 'true',
    DEMO_PASSWORD: 'chosen by somebody',
  };
  const first = start(env);
  const printed = await untilItAnswers(first);
  expect(printed).toMatch(/super admin admin@kaivox\.local {2}[a-z0-9]{4,5}(-[a-z0-9]{4,5})+/);
  expect(printed).toContain('reception@pragati.example');
  expect(printed).not.toContain('chosen by somebody');
  for (const webhook of ['answer', 'input', 'hangup'])
    expect(printed).toContain(`/api/vobiz/pragati/${webhook}`);
  expect((await fetch(`${urlIn(printed)}/readyz`)).status).toBe(200);
  first.kill('SIGTERM');
  await once(first, 'exit');
  expect(first.exitCode).toBe(0);

  const again = await untilItAnswers(start(env));
  expect(again).toContain('passwords of the first start');
});

test('SIGTERM lets the reply that a caller waits for finish', async () => {
  const openai = await FakeOpenAi.start();
  onTestFinished(() => openai.stop());
  openai.defaultReply({ text: 'Yes, we are open until seven.', firstTokenAfterMs: 150 });
  const child = start({
    DATABASE_URL: await anEmptyDatabase(),
    DEMO_DATA: 'true',
    OPENAI_API_KEY: 'test',
    OPENAI_BASE_URL: openai.baseUrl,
  });
  const server = urlIn(await untilItAnswers(child));
  const numbers = { from: '+919876543210', to: '+917971543252' };
  const phone = new Telephone({ server, tenant: 'pragati', dialect: 'guide', ...numbers });
  await phone.dial();
  const reply = phone.say('Are you open?');
  await openai.untilRequests(1);
  child.kill('SIGTERM');
  expect((await reply).spoken).toBe('Yes, we are open until seven.');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('what was acknowledged is there after kill -9, and the call goes on', async () => {
  const env = { DATABASE_URL: await anEmptyDatabase(), DEMO_DATA: 'true', PORT: '0' };
  const first = start(env);
  const callId = 'survives';
  const options = { tenant: 'pragati', dialect: 'vobizxml', from: '9876543210', to: '1', callId } as const;
  const before = new Telephone({ ...options, server: urlIn(await untilItAnswers(first)) });
  await before.dial();
  await before.say('When are you open?');
  first.kill('SIGKILL');
  await once(first, 'exit');

  const server = urlIn(await untilItAnswers(start(env)));
  const after = new Telephone({ ...options, server });
  const repeated = await after.post(
    'input',
    after.fields({ event: 'spoke', words: 'When are you open?', confidence: 1 }),
    {
      url: `${server}/api/vobiz/pragati/input?turn=1`,
    },
  );
  expect(repeated.spoken).toEqual(before.exchanges.at(-1)?.spoken);
  expect(repeated.problems).toEqual([]);
});
