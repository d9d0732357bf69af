import { graphqlClient } from '../support/graphql.ts';
import { COMMON, fill, RARE } from './many-calls.ts';
import { median, type Result, ratioOf } from './result.ts';
import { type BenchServer, benchPostgres, kaivoxServer } from './servers.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const ROUNDS = 40;

const pageWith = (
  count: 'totalCount' | '',
) => `query ($filter: CallFilter) { calls(first: 25, filter: $filter) {
  ${count} pageInfo { hasNextPage endCursor }
  edges { node { id status startedAt customer { phone name } turns { number speaker text } } }
} }`;
/** The console has what a search finds counted by itself, so that the page need not wait for it. */
const COUNT = 'query ($filter: CallFilter) { calls(first: 1, filter: $filter) { totalCount } }';

type Question = { what: string; query: string; filter?: { search: string }; atMost: number };

const QUESTIONS: Question[] = [
  { what: 'page of 25 calls with turns', query: pageWith('totalCount'), atMost: 1.5 },
  { what: 'search for a common word', query: pageWith(''), filter: { search: COMMON }, atMost: 3 },
  { what: 'search for a rare word', query: pageWith(''), filter: { search: RARE }, atMost: 3 },
  { what: 'count of a rare word’s calls', query: COUNT, filter: { search: RARE }, atMost: 3 },
  // Each call that is counted has to be looked at: a thousand times as many, 200,000, in fifty times the time.
  { what: 'count of a common word’s calls', query: COUNT, filter: { search: COMMON }, atMost: 50 },
];

/** A page of the call log, and of a search in it, for a tenant with a thousand calls and one with a million. */
export async function lists(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const servers: BenchServer[] = [];
  try {
    const ask = async (name: string, calls: number) => {
      const url = await postgres.database(name);
      const server = await kaivoxServer(url);
      servers.push(server);
      await fill(url, calls);
      return asker(server.url);
    };
    const few = await ask('bench_few', FEW);
    const many = await ask('bench_many', MANY);
    const results: Result[] = [];
    for (const { what, query, filter, atMost } of QUESTIONS) {
      const [less, more] = await inTurns(
        () => few(query, { filter }),
        () => many(query, { filter }),
      );
      results.push({
        bench: 'lists',
        what: `${what}, ${MANY} calls`,
        measured: `${more.toFixed(1)} ms`,
        baseline: `${FEW} calls ${less.toFixed(1)} ms`,
        ...ratioOf(more, less, { atMost }),
      });
    }
    return results;
  } finally {
    for (const server of servers) await server.stop();
    await postgres.stop();
  }
}

async function asker(url: string) {
  const graphql = graphqlClient(url);
  const token = await graphql.signIn({ email: 'reception@pragati.example', password: 'bench bench bench' });
  return async (query: string, variables: Record<string, unknown>): Promise<number> => {
    const began = performance.now();
    const { data, errors } = await graphql(query, { token, variables });
    const took = performance.now() - began;
    if (!data) throw new Error(JSON.stringify(errors));
    return took;
  };
}

/** The medians of two measurements that take turns, after a few that don't count. */
async function inTurns(one: () => Promise<number>, other: () => Promise<number>): Promise<[number, number]> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    const [a, b] = [await one(), await other()];
    if (round < 0) continue;
    ones.push(a);
    others.push(b);
  }
  return [median(ones), median(others)];
}
