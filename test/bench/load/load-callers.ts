import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../result.ts';
import { Caller, type Log } from './caller.ts';
import { CarrierClient } from './carrier-client.ts';

// Callers in a process of its own, so that what they cost isn't taken for the server's slowness. Prints, as JSON, a
// `Phase` for each number of callers that stands in the arguments after the server's address.

/** How long a number of callers is looked at, once they are all there, and how long they take to come. */
const PHASE_MS = 40_000;
const RAMP_MS = 4_000;
const SEED = 20_261_124;

/** What callers met with while there were so many. Times are in milliseconds. */
export type Phase = {
  callers: number;
  p50: number;
  p99: number;
  documents: number;
  /** Documents that Vobiz would have given up on. */
  over3s: number;
  turns: number;
  /** Turns whose documents never spoke what the model had answered. */
  unanswered: number;
  calls: number;
  turnedAway: number;
  /** Calls that heard neither the greeting nor that lines are busy. */
  broken: number;
  /** Calls that ended before the caller hung up. */
  cutOff: number;
  /** What was told last in one of them. */
  cutOffBy: string | undefined;
  refusedHangups: number;
  /** How late this process itself was at most times: what is measured may be too long by as much. */
  lagP99: number;
};

const VOBIZ_PATIENCE_MS = 3_000;

const [url = '', ...numbers] = process.argv.slice(2);
const client = new CarrierClient(url, 2_000);
const log: Log = { documents: [], turns: [], calls: [], cutOff: [], refusedHangups: [] };
const random = seeded(SEED);
const between = (least: number, most: number) => least + random() * (most - least);
const pauses = {
  beforeTurn: () => between(2_000, 4_000),
  beforeCall: () => between(2_000, 4_000),
  turns: () => Math.round(between(4, 8)),
};

const lives: Promise<void>[] = [];
let isOver = false;
const phases: Phase[] = [];
for (const [index, callers] of numbers.map(Number).entries()) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  // While the first callers come, the server is still getting warm; later, their coming is what it has to bear.
  const coming = callers - lives.length;
  const join = async () => {
    for (let more = 0; more < coming; more++) {
      const number = lives.length;
      const person = { number, dialect: number % 2 === 0 ? 'vobizxml' : 'guide' } as const;
      lives.push(new Caller(client, log, pauses, person, () => isOver).live());
      await pause(RAMP_MS / coming);
    }
  };
  if (index === 0) await join();
  delay.enable();
  const began = performance.now();
  if (index > 0) await join();
  await pause(began + PHASE_MS - performance.now());
  delay.disable();
  phases.push(phase(callers, began, performance.now(), delay.percentile(99) / 1e6 - 10));
}
isOver = true;
await Promise.all(lives);
await client.close();
process.stdout.write(`${JSON.stringify(phases)}\n`);

/** What began between the two moments, and has ended. */
function phase(callers: number, from: number, until: number, lagP99: number): Phase {
  const within = <T extends { at: number }>(all: T[]) => all.filter(({ at }) => at >= from && at < until);
  const documents = within(log.documents);
  const served = documents.filter(({ wasTurnedAway }) => !wasTurnedAway).map(({ ms }) => ms);
  const turns = within(log.turns);
  const calls = within(log.calls);
  const cutOff = within(log.cutOff);
  return {
    callers,
    p50: percentile(served, 0.5),
    p99: percentile(served, 0.99),
    documents: documents.length,
    over3s: documents.filter(({ ms }) => ms > VOBIZ_PATIENCE_MS).length,
    turns: turns.length,
    unanswered: turns.filter(({ isAnswered }) => !isAnswered).length,
    calls: calls.length,
    turnedAway: calls.filter(({ went }) => went === 'turned away').length,
    broken: calls.filter(({ went }) => went === 'broken').length,
    cutOff: cutOff.length,
    cutOffBy: cutOff[0]?.last,
    refusedHangups: within(log.refusedHangups).length,
    lagP99: Math.max(0, lagP99),
  };
}

/** The same numbers from 0 to 1 in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
