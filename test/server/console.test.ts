import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../server/auth/access.ts';
import { consoleRoutes } from '../../server/console.ts';

const SCRIPT = `export const words = '${'hello '.repeat(1_000)}';`;
const dist = mkdtempSync(join(tmpdir(), 'kaivox-console-'));
const server = createServer(
  express().use(consoleRoutes({ viewerFor: async () => undefined }, () => 'http://127.0.0.1', dist)),
);

beforeAll(async () => {
  const assets = join(dist, 'assets');
  mkdirSync(assets);
  writeFileSync(join(assets, 'frame-A1_b.js'), SCRIPT);
  writeFileSync(join(assets, 'frame-A1_b.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(assets, 'late.js'), SCRIPT);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});

const get = (path: string, reads: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/${path}`, {
    headers: { 'accept-encoding': reads },
  });

test.each([
  ['frame-A1_b.js', 'gzip, br', 'br'],
  ['frame-A1_b.js', 'gzip', 'gzip'],
  ['frame-A1_b.js', 'identity', null],
  ['late.js', 'gzip', 'gzip'],
])('%s for a browser that reads %s comes as %s', async (path, reads, encoding) => {
  const response = await get(path, reads);

  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(response.headers.get('vary')).toContain('Accept-Encoding');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).toBe(SCRIPT);
});

test('a file that is not there is not found, compressed or not', async () => {
  expect((await get('gone.js', 'br')).status).toBe(404);
});

describe('the cookie', () => {
  const viewer = { role: 'TENANT_STAFF' } as unknown as Viewer;

  test.each([
    ['https://kaivox.example.com', {}, true],
    ['https://kaivox.example.com', { 'x-forwarded-proto': 'http' }, true],
    ['http://127.0.0.1:4000', {}, false],
    ['http://127.0.0.1:4000', { 'x-forwarded-proto': 'https' }, false],
  ])('of a console at %s, with headers %o, is Secure: %s', async (publicUrl, headers, isSecure) => {
    const app = express().set('trust proxy', 'loopback');
    const routes = consoleRoutes({ viewerFor: async () => viewer }, () => publicUrl, dist);
    const behindProxy = createServer(app.use(routes));
    await once(behindProxy.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(behindProxy.address() as AddressInfo).port}/session`;
    const signedIn = await fetch(url, {
      method: 'POST',
      headers: { ...headers, authorization: 'Bearer token' },
    });
    const signedOut = await fetch(url, { method: 'DELETE', headers: { ...headers, 'kaivox-console': '1' } });
    behindProxy.close();

    for (const response of [signedIn, signedOut]) {
      const cookie = response.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^kaivox_session=.*HttpOnly/);
      expect(/; Secure/.test(cookie)).toBe(isSecure);
      expect(cookie).toContain('SameSite=Strict');
    }
  });
});
