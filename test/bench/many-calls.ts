import pg from 'pg';

/** Said in some calls: one in five, and one in five thousand. */
export const COMMON = 'appointment';
export const RARE = 'mammography';

/**
 * Fills the demo tenant with calls of two lines each, as the server would have left them. The triggers that do so row by
 * row are set aside, and their work is done at once.
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
  await client.query(
    `insert into customers (tenant_id, phone, first_seen_at, last_call_at, call_count)
     select $1, '+9198' || lpad(n::text, 8, '0'), now(), now(), 1 from generate_series(1, least($2, 50000)) n`,
    [tenant, calls],
  );
  await client.query(
    `insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at, ended_at, duration_seconds,
                        greeted, line_count, customer_id, hangup_cause)
     select $1, 'bulk-' || n, 'COMPLETED', at, at, at + interval '1 min', 60, true, 2, c.id, 'NORMAL_CLEARING'
       from generate_series(1, $2::int) n
       cross join lateral (select now() - n * interval '7 s' as at) t
       left join customers c on c.tenant_id = $1 and c.phone = '+9198' || lpad((n % 50000 + 1)::text, 8, '0')`,
    [tenant, calls],
  );
  await client.query(
    `insert into turns (tenant_id, call_id, number, speaker, text, at, source)
     select tenant_id, id, l.number, l.speaker, l.text, started_at, l.source
       from (select *, substring(provider_call_id from 6)::int as n from calls where provider_call_id like 'bulk-%') c
       cross join lateral (values
         (1, 'AGENT', 'Welcome to the hospital, how can I help you today?', 'SCRIPTED'),
         (2, 'CALLER', 'I ask about ' || case when n % 5000 = 7 then $1 when n % 5 = 0 then $2 else 'parking' end
                       || ' for visitor ' || n, null)
       ) l (number, speaker, text, source)`,
    [RARE, COMMON],
  );
  await client.query(
    `insert into internal.call_words (tenant_id, call_id, started_at, words)
     select c.tenant_id, c.id, c.started_at, internal.words_in(c.tenant_id, string_agg(t.text, E'\\n' order by t.number))
       from calls c join turns t on t.tenant_id = c.tenant_id and t.call_id = c.id
      where c.provider_call_id like 'bulk-%' group by c.tenant_id, c.id, c.started_at`,
  );
  await client.query(
    `insert into tallies (tenant_id, subject, shard, amount) values ($1, 'calls', 0, $2)
     on conflict (tenant_id, subject, shard) do update set amount = tallies.amount + excluded.amount`,
    [tenant, calls],
  );
  await client.query('commit');
  await client.query('analyze');
  await client.end();
}
