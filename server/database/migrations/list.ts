import { Baseline } from './0001-baseline.ts';
import { HangupSource } from './0002-hangup-source.ts';
import { VerifiedCalls } from './0005-verified-calls.ts';
import { Bounds } from './0008-bounds.ts';
import { ForwardedNumbers } from './0009-forwarded-numbers.ts';

/** In the order in which they run. What has once been released is never edited; a change is a new one. */
export const migrationsList = [
  { name: '0001-baseline', class: Baseline },
  { name: '0002-hangup-source', class: HangupSource },
  { name: '0005-verified-calls', class: VerifiedCalls },
  { name: '0008-bounds', class: Bounds },
  { name: '0009-forwarded-numbers', class: ForwardedNumbers },
];
