import { graphqlClient } from '../support/graphql.ts';
import { COMMON, fill, RARE } from './many-calls.ts';
import { median, type Result, ratioOf } from './result.ts';
import { type BenchServer, benchPostgres, kaivoxServer } from './servers.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const ROUNDS = 40;

const PAGE = `query ($filter: CallFilter) { calls(first: 25, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { id status startedAt customer { phone name } turns { number speaker text } } }
} }`;

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
    const compared: [string, Record<string, unknown>, number][] = [
      ['page of 25 calls with turns', {}, 1.5],
      ['search for a common word', { filter: { search: COMMON } }, 3],
      ['search for a rare word', { filter: { search: RARE } }, 3],
    ];
    const results: Result[] = [];
    for (const [what, variables, atMost] of compared) {
      const [less, more] = await inTurns(
        () => few(variables),
        () => many(variables),
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
  return async (variables: Record<string, unknown>): Promise<number> => {
    const began = performance.now();
    const { data, errors } = await graphql(PAGE, { token, variables });
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
