import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type DesktopOptions, startDesktop } from '../../../desktop/main/desktop.ts';
import { aFakeElectron } from './fake-electron.ts';

function pages(): string {
  const dist = mkdtempSync(join(tmpdir(), 'kaivox-pages-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  writeFileSync(join(dist, 'index.html'), '<meta nonce="{{nonce}}">');
  writeFileSync(join(dist, 'icon.svg'), '<svg/>');
  return dist;
}

/** The desktop app, started on a system that a test plays. */
export async function aDesktop(options: Partial<DesktopOptions> = {}, fake = aFakeElectron()) {
  await startDesktop(fake.electron, {
    dist: pages(),
    preload: '/preload.cjs',
    argv: [],
    platform: 'linux',
    updateFeed: undefined,
    ...options,
  });
  return fake;
}
