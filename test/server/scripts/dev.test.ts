import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import express from 'express';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { consoleRoutes } from '../../../server/console.ts';
import { Telephone } from '../../phone/telephone.ts';
import { anEmptyDatabase } from '../../support/database.ts';
import { graphqlClient } from '../../support/graphql.ts';

// Each test waits for whole processes.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const PROJECT = resolve(import.meta.dirname, '../../..');
const ADMIN = { email: 'admin@kaivox.local', password: 'correct horse battery' };
const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-dev-'));

let dev: ChildProcess;
let said = '';
let url: string;

beforeAll(async () => {
  const env = { DATA_DIR: dataDir, DATABASE_URL: await anEmptyDatabase(), DEMO_DATA: 'true', PORT: '0' };
  dev = spawn(join(PROJECT, 'node_modules/.bin/node'), ['--import', 'tsx', 'server/scripts/dev.ts'], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ADMIN_PASSWORD: ADMIN.password, ...env },
  });
  for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  await vi.waitUntil(() => said.includes('npm run phone'), { timeout: 60_000, interval: 50 });
  url = /Console +(\S+)\//.exec(said)?.[1] ?? '';
  return async () => {
    if (dev.exitCode === null && dev.signalCode === null) {
      dev.kill('SIGKILL');
      await once(dev, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
});

test('one address serves the console from its sources, GraphQL, and the webhooks', async () => {
  expect(await (await fetch(`${url}/calls`)).text()).toContain('/@vite/client');
  expect(await (await fetch(`${url}/app/app.tsx`)).text()).toContain('import.meta.hot');
  // A source of the console's, though it begins as the address of GraphQL does.
  expect((await fetch(`${url}/graphql/generated/gql.ts`)).headers.get('content-type')).toContain(
    'javascript',
  );
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  const graphql = graphqlClient(url);
  const token = await graphql.signIn(ADMIN);
  expect((await graphql('{ me { email } }', { token })).data).toEqual({ me: { email: ADMIN.email } });
  expect(await opens('/graphql', 'graphql-transport-ws')).toBe(true);

  const phone = new Telephone({ server: url, tenant: 'pragati', dialect: 'vobizxml', from: '1', to: '2' });
  const { spoken } = await phone.dial();
  expect(spoken).toContain('Pragati');
});

test('a browser keeps its session there, and its pages are held to the policy of those that are built', async () => {
  const token = await graphqlClient(url).signIn(ADMIN);
  const headers = { authorization: `Bearer ${token}`, origin: url };
  const session = await fetch(`${url}/session`, { method: 'POST', headers });
  expect(session.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);

  const page = await fetch(`${url}/`);
  const [, nonce = ''] = /nonce="([^"]+)"/.exec(await page.text()) ?? [];
  const directives = page.headers.get('content-security-policy')?.split('; ');
  // Of its own it has the one for the script that begins hot reload.
  expect(directives?.filter((directive) => !directive.startsWith('script-src '))).toEqual(
    (await builtPolicy()).map((directive) => directive.replace(/'nonce-[^']+'/, `'nonce-${nonce}'`)),
  );
});

test('the server starts anew when one of its files changes, and requests wait for it', async () => {
  const now = new Date();
  utimesSync(join(PROJECT, 'server/welcome.ts'), now, now);
  await expect.poll(() => said, { timeout: 30_000 }).toContain('server/welcome.ts has changed');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(said.split('KaiVox answers.')).toHaveLength(3);
});

test('it ends in an orderly way when it is asked to', async () => {
  dev.kill('SIGINT');
  await once(dev, 'exit');
  expect(dev.exitCode).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

async function opens(path: string, protocol: string): Promise<boolean> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, protocol);
  await once(socket, 'open');
  socket.terminate();
  return true;
}

/** What the server says of a page that was built. */
async function builtPolicy(): Promise<string[]> {
  const dist = mkdtempSync(join(tmpdir(), 'kaivox-page-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '');
  const server = express()
    .use(consoleRoutes({ viewerFor: async () => undefined }, () => 'http://127.0.0.1', dist))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return response.headers.get('content-security-policy')?.split('; ') ?? [];
}
