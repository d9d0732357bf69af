import { postAll } from './post-all.ts';
import { type Result, ratioOf } from './result.ts';
import { benchPostgres, kaivoxServer, residentBytes } from './servers.ts';

const OPEN_CALLS = 5_000;
/** A quiet server gives back what it only borrowed; it is looked at for this long, and the least counts. */
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 500;

/** What open calls cost the process that serves them. */
export async function memory(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const kaivox = await kaivoxServer(await postgres.database('bench_memory'));
  try {
    const webhook = (name: string, prefix: string) =>
      postAll(kaivox.url, `/api/vobiz/pragati/${name}`, { count: OPEN_CALLS, connections: 8 }, (index) => ({
        CallUUID: `${prefix}-${index}`,
        From: `+9198765${String(index).padStart(5, '0')}`,
        To: '+917971543252',
        ...(name === 'hangup' ? { Event: 'Hangup', Duration: '1' } : { Event: 'StartApp' }),
      }));
    // The same traffic first, so that what the process needs for serving at all is in both figures.
    for (const prefix of ['first', 'second']) {
      await webhook('answer', prefix);
      await webhook('hangup', prefix);
    }
    const none = await settled(kaivox.pid);
    await webhook('answer', 'open');
    const open = await settled(kaivox.pid);
    const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
    return [
      {
        bench: 'memory',
        what: `resident memory, ${OPEN_CALLS} open calls`,
        measured: mib(open),
        baseline: `no open call ${mib(none)}`,
        ...ratioOf(open, none, { atMost: 1.1 }),
      },
    ];
  } finally {
    await kaivox.stop();
    await postgres.stop();
  }
}

async function settled(pid: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS; look++) {
    process.kill(pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    least = Math.min(least, residentBytes(pid));
  }
  return least;
}
