import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { graphqlClient } from '../support/graphql.ts';
import { postAll } from './post-all.ts';
import { median, type Result, ratioOf } from './result.ts';
import { benchPostgres, kaivoxServer, residentBytes } from './servers.ts';

const SUBSCRIBERS = 1_000;
/** Connections opened at a time: a thousand at once would measure the opening. */
const AT_A_TIME = 25;
/** Longer than anything that works takes. */
const PATIENCE_MS = 30_000;
const ROUNDS = 15;
const SETTLE_MS = 3_000;

/** A thousand people who watch one tenant's calls: what they cost, and how late they hear. */
export async function live(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const kaivox = await kaivoxServer(await postgres.database('bench_live'));
  const clients: { dispose(): unknown }[] = [];
  try {
    const token = await graphqlClient(kaivox.url).signIn({
      email: 'reception@pragati.example',
      password: 'bench bench bench',
    });
    let heard = 0;
    let onHeard: () => void = () => undefined;
    const watch = async () => {
      const connected = Promise.withResolvers<void>();
      const client = createClient({
        url: `${kaivox.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        on: { connected: () => connected.resolve() },
      });
      clients.push(client);
      client.subscribe(
        { query: 'subscription { callActivity { kind call { id } } }' },
        {
          next: () => {
            heard += 1;
            onHeard();
          },
          error: (error) => connected.reject(error),
          complete: () => undefined,
        },
      );
      await connected.promise;
    };
    /** Makes a call, and resolves with the time until all who watch have heard of it. */
    const announce = async (subscribers: number): Promise<number> => {
      heard = 0;
      const everybody = new Promise<void>((resolve) => {
        onHeard = () => {
          if (heard >= subscribers) resolve();
        };
      });
      const began = performance.now();
      await postAll(kaivox.url, '/api/vobiz/pragati/answer', { count: 1, connections: 1 }, () => ({
        CallUUID: crypto.randomUUID(),
        From: 'anonymous',
      }));
      await Promise.race([everybody, pause(PATIENCE_MS)]);
      if (heard < subscribers) throw new Error(`Of ${subscribers} subscribers ${heard} heard of a call`);
      return performance.now() - began;
    };
    const measure = async (subscribers: number) => {
      while (clients.length < subscribers) {
        const more = Math.min(AT_A_TIME, subscribers - clients.length);
        await Promise.all(Array.from({ length: more }, watch));
      }
      await pause(SETTLE_MS);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await announce(subscribers));
      process.kill(kaivox.pid, 'SIGUSR2');
      await pause(SETTLE_MS);
      return { ms: median(times), bytes: residentBytes(kaivox.pid) };
    };
    const one = await measure(1);
    const all = await measure(SUBSCRIBERS);
    const each = (all.bytes - one.bytes) / (SUBSCRIBERS - 1) / 1_024;
    return [
      {
        bench: 'live',
        what: `memory with ${SUBSCRIBERS} subscribers (${each.toFixed(0)} KiB each)`,
        measured: `${(all.bytes / 2 ** 20).toFixed(0)} MiB`,
        baseline: `one subscriber ${(one.bytes / 2 ** 20).toFixed(0)} MiB`,
        ...ratioOf(all.bytes, one.bytes, { atMost: 2 }),
      },
      {
        bench: 'live',
        what: `from the webhook until the last of ${SUBSCRIBERS} has heard`,
        measured: `${all.ms.toFixed(0)} ms`,
        baseline: `one subscriber ${one.ms.toFixed(0)} ms`,
        ...ratioOf(all.ms, one.ms, { atMost: 50 }),
      },
    ];
  } finally {
    for (const client of clients) await client.dispose();
    await kaivox.stop();
    await postgres.stop();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
