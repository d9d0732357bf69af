import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const LONGEST_COUNT_MS = 180_000;

/**
 * Analyses of the calls that many-calls.ts made, as the server would have left them, and marks for it to count them by;
 * resolves once its own job has done so.
 */
export async function manyAnalyses(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  for (const sql of [ANALYSES, INTENTS, MARKS]) await client.query(sql);
  await client.query('commit');
  await client.query('vacuum analyze');
  const deadline = Date.now() + LONGEST_COUNT_MS;
  while ((await client.query('select from call_quarter_marks limit 1')).rowCount) {
    if (Date.now() > deadline) throw new Error('The server has not counted its calls');
    await sleep(500);
  }
  await client.end();
}

const NUMBERED = `(select *, substring(provider_call_id from 6)::int as n from calls where provider_call_id like 'bulk-%')`;

const ANALYSES = `
  insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome, source,
                             line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
  select tenant_id, id, started_at, case n % 5 when 0 then 'POSITIVE' when 1 then 'NEGATIVE' else 'NEUTRAL' end,
         case n % 5 when 0 then 0.6 when 1 then -0.6 else 0 end, 'The caller asked about something.',
         array[case when n % 5 = 0 then 'BOOK_APPOINTMENT' else 'GENERAL' end], 'RESOLVED', 'SCRIPTED',
         2, 1, n % 2 = 0, 1, 400, started_at
    from ${NUMBERED} c`;

const INTENTS = `
  insert into call_intents (tenant_id, call_id, intent, started_at)
  select tenant_id, call_id, unnest(intents), started_at from call_analyses`;

const MARKS = `
  insert into call_quarter_marks (tenant_id, quarter)
  select distinct tenant_id, internal.quarter(started_at) from calls`;
