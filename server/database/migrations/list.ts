import { Baseline } from './0001-baseline.ts';
import { HangupSource } from './0002-hangup-source.ts';
import { People } from './0003-people.ts';
import { MoneyAndErasing } from './0004-money-and-erasing.ts';
import { VerifiedCalls } from './0005-verified-calls.ts';
import { TurnsAndVoices } from './0006-turns-and-voices.ts';
import { Door } from './0007-door.ts';
import { Bounds } from './0008-bounds.ts';
import { ForwardedNumbers } from './0009-forwarded-numbers.ts';

/** In the order in which they run. What has once been released is never edited; a change is a new one. */
export const migrationsList = [
  { name: '0001-baseline', class: Baseline },
  { name: '0002-hangup-source', class: HangupSource },
  { name: '0003-people', class: People },
  { name: '0004-money-and-erasing', class: MoneyAndErasing },
  { name: '0005-verified-calls', class: VerifiedCalls },
  { name: '0006-turns-and-voices', class: TurnsAndVoices },
  { name: '0007-door', class: Door },
  { name: '0008-bounds', class: Bounds },
  { name: '0009-forwarded-numbers', class: ForwardedNumbers },
];
