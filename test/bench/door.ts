import pg from 'pg';
import { hashOf, newWebhookKey } from '../../server/tenants/webhook-keys/webhook-key.ts';
import { aNewCall, type Load, postAll } from './post-all.ts';
import { median, type Result, ratioOf } from './result.ts';
import { benchPostgres, kaivoxServer } from './servers.ts';

const CONNECTIONS = 16;
const WARM_UP = 2_000;
const COUNT = 2_000;
const ROUNDS = 8;

/** The answer webhook of a business whose addresses carry a key, against that of one whose door is open, at one server. */
export async function door(): Promise<Result[]> {
  const postgres = await benchPostgres();
  const databaseUrl = await postgres.database('bench_door');
  const kaivox = await kaivoxServer(databaseUrl);
  try {
    const key = await aKeyedBusiness(databaseUrl);
    const open = '/api/vobiz/pragati/answer';
    const keyed = `/api/vobiz/keyed/answer?k=${key}`;
    let run = 0;
    const load = (path: string, count: number): Promise<Load> => {
      run += 1;
      const round = run;
      return postAll(kaivox.url, path, { count, connections: CONNECTIONS }, (index) =>
        aNewCall(round, index),
      );
    };
    for (const path of [open, keyed]) await load(path, WARM_UP);
    const rounds: { open: Load; keyed: Load }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Each goes first in every other round: tables grow, and the machine is not always as quick.
      const isOpenFirst = round % 2 === 0;
      const first = await load(isOpenFirst ? open : keyed, COUNT);
      const second = await load(isOpenFirst ? keyed : open, COUNT);
      rounds.push(isOpenFirst ? { open: first, keyed: second } : { open: second, keyed: first });
    }
    const perSecond = (which: 'open' | 'keyed') => median(rounds.map((each) => each[which].perSecond));
    return [
      {
        bench: 'door',
        what: 'answer webhook with a key, throughput',
        measured: `${perSecond('keyed').toFixed(0)}/s`,
        baseline: `without ${perSecond('open').toFixed(0)}/s`,
        ...ratioOf(median(rounds.map((each) => each.keyed.perSecond / each.open.perSecond)), 1, {
          atLeast: 0.95,
        }),
      },
    ];
  } finally {
    await kaivox.stop();
    await postgres.stop();
  }
}

/** A business as the demo tenant is, that takes addresses with a key alone. @returns the key */
async function aKeyedBusiness(databaseUrl: string): Promise<string> {
  const key = newWebhookKey().reveal();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with tenant as (
         insert into tenants (id, slug, name, webhook_access)
         select gen_random_uuid(), 'keyed', name, 'KEYED' from tenants where slug = 'pragati' returning id
       ), key as (
         insert into webhook_keys (tenant_id, hash) select id, $1 from tenant
       )
       insert into persona_versions (tenant_id, version, agent_name, greeting, instructions, facts, language, no_speech_message)
       select tenant.id, 1, agent_name, greeting, instructions, facts, language, no_speech_message
         from tenant, persona_versions p join tenants t on t.id = p.tenant_id and t.slug = 'pragati'`,
      [hashOf(key)],
    );
  } finally {
    await client.end();
  }
  return key;
}
