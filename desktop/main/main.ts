import { join } from 'node:path';
import electron from 'electron';
import { startDesktop } from './desktop.ts';

// Built into dist-electron/, beside the preload script; the pages are in dist/.
await startDesktop(electron, {
  dist: join(import.meta.dirname, '../dist'),
  preload: join(import.meta.dirname, 'preload.cjs'),
  argv: process.argv,
  platform: process.platform,
  updateFeed: process.env.KAIVOX_UPDATE_FEED,
});
