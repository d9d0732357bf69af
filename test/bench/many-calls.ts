import pg from 'pg';
import { withoutIndexes } from './without-indexes.ts';

/** Said in some calls: one in five, and one in five thousand. */
export const COMMON = 'appointment';
export const RARE = 'mammography';

const GREETING = 'Welcome to the hospital, how can I help you today?';

/**
 * Fills the demo tenant with calls of two lines each, as the server would have left them: oldest first, as calls come,
 * and swept as autovacuum does from time to time. The triggers that do so row by row are set aside, and their work is
 * done at once.
 */
export async function fill(databaseUrl: string, calls: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`select id from tenants where slug = 'pragati'`);
  const tenant = rows[0]?.id;
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(`select set_config('app.tenant_id', $1, true), set_config('app.platform', 'on', true)`, [
    tenant,
  ]);
  await withoutIndexes(client, ['calls', 'turns', 'internal.call_words'], async () => {
    for (const [sql, parameters] of fillings(tenant, calls)) await client.query(sql, parameters);
  });
  await client.query('commit');
  await client.query('vacuum analyze');
  await client.end();
}

/** What n, a call's number, was about. */
const TOPIC = `case when n % 5000 = 7 then '${RARE}' when n % 5 = 0 then '${COMMON}' else 'parking' end`;
const NUMBERED = `select *, substring(provider_call_id from 6)::int as n from calls where provider_call_id like 'bulk-%'`;

const fillings = (tenant: string | undefined, calls: number): [string, unknown[]][] => [
  [
    `insert into customers (tenant_id, phone, first_seen_at, last_call_at, call_count)
     select $1, '+9198' || lpad(n::text, 8, '0'), now(), now(), 1 from generate_series(1, least($2, 50000)) n`,
    [tenant, calls],
  ],
  [
    `insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at, ended_at, duration_seconds,
                        greeted, line_count, customer_id, hangup_cause)
     select $1, 'bulk-' || n, 'COMPLETED', at, at, at + interval '1 min', 60, true, 2, c.id, 'NORMAL_CLEARING'
       from generate_series($2::int, 1, -1) n
       cross join lateral (select now() - n * interval '7 s' as at) t
       left join customers c on c.tenant_id = $1 and c.phone = '+9198' || lpad((n % 50000 + 1)::text, 8, '0')
      order by n desc`,
    [tenant, calls],
  ],
  [
    `insert into turns (tenant_id, call_id, number, speaker, text, at, source)
     select tenant_id, id, l.number, l.speaker, l.text, started_at, l.source
       from (${NUMBERED}) c
       cross join lateral (values
         (1, 'AGENT', $1, 'SCRIPTED'),
         (2, 'CALLER', 'I ask about ' || ${TOPIC} || ' for visitor ' || n, null)
       ) l (number, speaker, text, source)
      order by n desc, l.number`,
    [GREETING],
  ],
  [
    // As `words_in` makes them, which takes its time: what all calls about a topic say is read once, and joined by `||`
    // to the number. `offset 0` keeps the planner from doing so again for each call.
    `insert into internal.call_words (tenant_id, call_id, started_at, words)
     select c.tenant_id, c.id, c.started_at, t.words || ('''' || internal.tenant_key($1) || n || ''':1')::tsvector
       from (${NUMBERED}) c
       join (select topic, internal.words_in($1, $2 || E'\\nI ask about ' || topic || ' for visitor') as words
               from unnest($3::text[]) topic offset 0) t on t.topic = ${TOPIC}
      order by n desc`,
    [tenant, GREETING, [RARE, COMMON, 'parking']],
  ],
  [
    `insert into tallies (tenant_id, subject, shard, amount) values ($1, 'calls', 0, $2)
     on conflict (tenant_id, subject, shard) do update set amount = tallies.amount + excluded.amount`,
    [tenant, calls],
  ],
];
