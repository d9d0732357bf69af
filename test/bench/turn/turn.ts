import { median, type Result, ratioOf } from '../result.ts';
import { baselineServer, benchPostgres, cpuMs, kaivoxServer, modelServer } from '../servers.ts';
import { countingPostgres } from './counting-postgres.ts';
import { Turns } from './turns.ts';

const CALLERS = 16;
/** Turns in a call, as callers have them. */
const TURNS = 5;
const CALLS = 80;
const WARM_UPS = 2;
const ROUNDS = 5;
/** The model whose turns are counted: as quick as the quickest that answer callers. */
const MODEL_MS = 150;
const COUNTED_CALLERS = 8;
const COUNTED_CALLS = 160;
/** Until what the server does off the way, as writing down webhooks, is done. */
const SETTLE_MS = 2_000;

const MOST = { cpuMs: 7, statements: 12, transactions: 3 };

/** A caller's turn: against the least that it could cost, and what it costs the process and its database. */
export async function turn(): Promise<Result[]> {
  const postgres = await benchPostgres();
  try {
    return [
      await throughput(await postgres.database('bench_turn')),
      ...(await cost(await postgres.database('bench_turn_cost'))),
    ];
  } finally {
    await postgres.stop();
  }
}

async function throughput(databaseUrl: string): Promise<Result> {
  const model = await modelServer({ afterMs: 0 });
  const kaivox = await kaivoxServer(databaseUrl, model.env);
  const baseline = await baselineServer('turn/turn-baseline.ts', { DATABASE_URL: databaseUrl, ...model.env });
  try {
    const plan = { calls: CALLS, callers: CALLERS, turns: TURNS };
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = -WARM_UPS; round < ROUNDS; round++) {
      const name = `round ${round}`;
      const less = await new Turns(baseline.url, { ...plan, name }).take();
      const turns = new Turns(kaivox.url, { ...plan, name });
      await turns.answer();
      const more = await turns.take();
      if (round < 0) continue;
      theirs.push(less);
      ours.push(more);
    }
    return {
      bench: 'turn',
      what: 'input webhook, model that answers at once, throughput',
      measured: `${median(ours).toFixed(0)}/s`,
      baseline: `bare Express + pg ${median(theirs).toFixed(0)}/s`,
      ...ratioOf(median(ours), median(theirs), { atLeast: 0.5 }),
    };
  } finally {
    await kaivox.stop();
    await baseline.stop();
    await model.stop();
  }
}

async function cost(databaseUrl: string): Promise<Result[]> {
  const postgres = await countingPostgres(databaseUrl);
  const model = await modelServer({ afterMs: MODEL_MS });
  const kaivox = await kaivoxServer(postgres.url, model.env);
  try {
    const plan = { calls: COUNTED_CALLS, callers: COUNTED_CALLERS, turns: TURNS };
    const warmUp = new Turns(kaivox.url, { ...plan, name: 'warm-up', callers: CALLERS });
    await warmUp.answer();
    await warmUp.take();
    const turns = new Turns(kaivox.url, { ...plan, name: 'counted' });
    await turns.answer();
    await settle();
    const before = { ...postgres.done(), cpuMs: cpuMs(kaivox.pid) };
    await turns.take();
    await settle();
    const after = { ...postgres.done(), cpuMs: cpuMs(kaivox.pid) };
    const each = (what: keyof typeof MOST) => (after[what] - before[what]) / (COUNTED_CALLS * TURNS);
    const row = (what: keyof typeof MOST, words: string, unit: string): Result => ({
      bench: 'turn',
      what: `${words} a turn, model of ${MODEL_MS} ms`,
      measured: `${each(what).toFixed(1)}${unit}`,
      baseline: `${MOST[what]}${unit}`,
      ...ratioOf(each(what), MOST[what], { atMost: 1 }),
    });
    return [
      row('cpuMs', 'CPU', ' ms'),
      row('statements', 'statements, BEGIN and COMMIT included,', ''),
      row('transactions', 'transactions', ''),
    ];
  } finally {
    await kaivox.stop();
    await model.stop();
    await postgres.stop();
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
