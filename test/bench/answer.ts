import { aNewCall, type Load, postAll } from './post-all.ts';
import { median, percentile, type Result, ratioOf } from './result.ts';
import { baselineServer, benchPostgres, kaivoxServer } from './servers.ts';

const PATH = '/api/vobiz/pragati/answer';
const CONNECTIONS = 16;
const WARM_UP = 2_000;
const COUNT = 4_000;
const ROUNDS = 5;

/** The answer webhook, each request a new call of a new caller, against the least that it could cost. */
export async function answer(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const databaseUrl = await postgres.database('bench_answer');
  const kaivox = await kaivoxServer(databaseUrl);
  const baseline = await baselineServer('answer-baseline.ts', { DATABASE_URL: databaseUrl });
  try {
    let run = 0;
    const load = (url: string, count: number): Promise<Load> => {
      run += 1;
      const round = run;
      return postAll(url, PATH, { count, connections: CONNECTIONS }, (index) => aNewCall(round, index));
    };
    for (const { url } of [kaivox, baseline]) await load(url, WARM_UP);
    const ours: Load[] = [];
    const theirs: Load[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      theirs.push(await load(baseline.url, COUNT));
      ours.push(await load(kaivox.url, COUNT));
    }
    const perSecond = (loads: Load[]) => median(loads.map((each) => each.perSecond));
    const p99 = (loads: Load[]) => median(loads.map((each) => percentile(each.latenciesMs, 0.99)));
    return [
      {
        bench: 'answer',
        what: 'answer webhook, throughput',
        measured: `${perSecond(ours).toFixed(0)}/s`,
        baseline: `bare Express + pg ${perSecond(theirs).toFixed(0)}/s`,
        ...ratioOf(perSecond(ours), perSecond(theirs), { atLeast: 0.7 }),
      },
      {
        bench: 'answer',
        what: 'answer webhook, p99',
        measured: `${p99(ours).toFixed(1)} ms`,
        baseline: `bare Express + pg ${p99(theirs).toFixed(1)} ms`,
        ...ratioOf(p99(ours), p99(theirs), { atMost: 2 }),
      },
    ];
  } finally {
    await kaivox.stop();
    await baseline.stop();
    await postgres.stop();
  }
}
