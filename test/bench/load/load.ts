import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { type Result, ratioOf } from '../result.ts';
import { benchPostgres, kaivoxServer, modelServer } from '../servers.ts';
import type { Phase } from './load-callers.ts';

const CALLERS = 200;
const TIMES = 4;
const MODEL_MS = 150;
const MOST_P99_MS = 500;
const MOST_P99_MS_AT_MANY = 1_500;

/** Callers who speak every few seconds: as many as a server has to bear, and then more than it can. */
export async function load(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const model = await modelServer({ afterMs: MODEL_MS });
  const databaseUrl = await postgres.database('bench_load');
  const kaivox = await kaivoxServer(databaseUrl, model.env);
  try {
    const [usual, many] = await callersAt(kaivox.url, [CALLERS, CALLERS * TIMES]);
    if (!usual || !many) throw new Error('The callers told of less than they were asked');
    const apologies = await apologiesIn(databaseUrl);
    for (const phase of [usual, many]) process.stderr.write(`${inWords(phase)}\n`);
    process.stderr.write(`Apologies in all transcripts: ${apologies}\n`);
    return [
      latency(usual, MOST_P99_MS),
      {
        bench: 'load',
        what: `turns without the model's answer, ${CALLERS} callers`,
        measured: `${usual.unanswered}`,
        baseline: `${usual.turns} turns`,
        ...ratioOf(usual.unanswered, usual.turns, { atMost: 0 }),
      },
      latency(many, MOST_P99_MS_AT_MANY),
      {
        bench: 'load',
        what: `calls neither greeted nor told of busy lines, or cut off, ${CALLERS * TIMES} callers (${many.turnedAway} told)`,
        measured: `${many.broken + many.cutOff}`,
        baseline: `${many.calls} calls`,
        ...ratioOf(many.broken + many.cutOff, many.calls, { atMost: 0 }),
      },
    ];
  } finally {
    await kaivox.stop();
    await model.stop();
    await postgres.stop();
  }
}

function latency({ callers, p50, p99, over3s, turns, unanswered }: Phase, most: number): Result {
  const besides = `p50 ${p50.toFixed(0)} ms, ${over3s} over 3 s, ${unanswered} of ${turns} turns unanswered`;
  return {
    bench: 'load',
    what: `documents of calls in progress, p99, ${callers} callers (${besides})`,
    measured: `${p99.toFixed(0)} ms`,
    baseline: `${most} ms`,
    ...ratioOf(p99, most, { atMost: 1 }),
  };
}

async function callersAt(url: string, numbers: number[]): Promise<Phase[]> {
  const args = ['--import', 'tsx', `${import.meta.dirname}/load-callers.ts`, url, ...numbers.map(String)];
  const callers = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = await Promise.all([text(callers.stdout), once(callers, 'exit')]);
  if (callers.exitCode !== 0) throw new Error(`The callers' process ended with ${callers.exitCode}`);
  return JSON.parse(told) as Phase[];
}

/** Replies that a caller got in the place of the model's. */
async function apologiesIn(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int from turns where source = 'FALLBACK'`,
  );
  await client.end();
  return rows[0]?.count ?? 0;
}

/** All that was counted: for a developer who asks why. */
function inWords(phase: Phase): string {
  const { callers, p50, p99, documents, over3s, turns, unanswered, calls, turnedAway } = phase;
  const { broken, cutOff, cutOffBy, refusedHangups, lagP99 } = phase;
  const why = cutOffBy ? ` (${cutOffBy.replace(/\s+/g, ' ').slice(0, 300)})` : '';
  const late = lagP99 > p99 / 10 ? ': it was too busy itself to be believed' : '';
  return [
    `${callers} callers: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${over3s} of ${documents} documents over 3 s`,
    `${turns} turns, ${unanswered} without the model's answer`,
    `${calls} calls, ${turnedAway} told of busy lines, ${broken} neither greeted nor told so, ${cutOff} cut off${why}, ${refusedHangups} hangups refused`,
    `the callers' own process late by ${lagP99.toFixed(0)} ms (p99)${late}`,
  ].join('; ');
}
