import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleRoutes } from '../../server/console.ts';

const SCRIPT = `export const words = '${'hello '.repeat(1_000)}';`;
const dist = mkdtempSync(join(tmpdir(), 'kaivox-console-'));
const server = createServer(express().use(consoleRoutes({ viewerFor: async () => undefined }, dist)));

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
