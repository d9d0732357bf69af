import type { Tx } from '../../infra/database.ts';
import {
  arrayOf,
  bool,
  float8,
  hotStatement,
  int4,
  json,
  jsonb,
  nullable,
  text,
  timestamptz,
  timestamptzText,
  uuid,
} from '../../infra/hot-statement.ts';
import type { CallId, CustomerId, TenantId } from '../../infra/ids.ts';
import type {
  Findings,
  NumberedLine,
  Outcome,
  Sentiment,
  TurnSentiment,
} from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

/** A call that is over, as its analysis needs it. */
export type EndedCall = {
  tenantId: TenantId;
  callId: CallId;
  customerId: CustomerId | null;
  startedAt: Date;
  lines: NumberedLine[];
  businessName: string;
  /** Of the persona that answered. */
  facts: string;
  /** Whether it is known to come from the carrier. */
  verified: boolean;
  /** Lines that an earlier analysis was made from; null where there was none. */
  analysedLines: number | null;
};

/** @returns undefined where the call is gone, goes on, or its words are forgotten */
export async function readEndedCall(
  tx: Tx,
  tenantId: TenantId,
  callId: CallId,
): Promise<EndedCall | undefined> {
  const [call] = await tx.run(ENDED_CALL, { tenantId, callId });
  return call;
}

const ENDED_CALL = hotStatement(
  `
  select c.tenant_id as "tenantId", c.id as "callId", c.customer_id as "customerId", c.started_at as "startedAt",
         coalesce((select json_agg(json_build_object('number', number, 'speaker', speaker, 'text', text) order by number)
            from turns where tenant_id = $1 and call_id = $2), '[]') as lines,
         t.name as "businessName", coalesce(p.facts, '') as facts, c.verified, a.line_count as "analysedLines"
    from calls c
    join tenants t on t.id = c.tenant_id
    left join persona_versions p on p.tenant_id = c.tenant_id and p.version = c.persona_version
    left join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
   where c.tenant_id = $1 and c.id = $2 and c.status <> 'IN_PROGRESS'
     and (c.line_count = 0 or exists (select from turns where tenant_id = $1 and call_id = $2))`,
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    customerId: nullable(uuid<CustomerId>()),
    startedAt: timestamptz(),
    lines: json<NumberedLine[]>(),
    businessName: text(),
    facts: text(),
    verified: bool(),
    analysedLines: nullable(int4()),
  },
  { tenantId: uuid<TenantId>(), callId: uuid<CallId>() },
);

/** Findings, where they came from, and what they cost. */
export type Analysis = Findings & {
  source: 'LANGUAGE_MODEL' | 'SCRIPTED';
  model: string | null;
  tokens: number;
};

/**
 * Stores an analysis in place of one that was made from fewer lines.
 * @param gists of the unanswered questions, in their order
 * @returns false where there is one from as many lines or more, or the lines are gone meanwhile
 */
export async function storeAnalysis(
  tx: Tx,
  { tenantId, callId, lines }: Omit<EndedCall, 'analysedLines'>,
  { analysis, gists, now }: { analysis: Analysis; gists: readonly string[]; now: Date },
): Promise<boolean> {
  // Erasing a customer changes the call too: with the lock one waits for the other, and nothing erased is written
  // again.
  await tx.db
    .selectFrom('calls')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('id', '=', callId)
    .forNoKeyUpdate()
    .execute();
  const [stored] = await tx.run(STORE, {
    ...analysis,
    ...{ tenantId, callId },
    lineCount: lines.length,
    callerLines: lines.filter(({ speaker }) => speaker === 'CALLER').length,
    now,
  });
  if (!stored) return false;
  const { startedAt } = stored;
  await tx.run(INTENTS, { tenantId, callId, intents: analysis.intents, startedAt });
  await tx.run(QUESTIONS, { tenantId, callId, questions: analysis.unansweredQuestions, gists, startedAt });
  return true;
}

/**
 * The first words of an answer are its line's; a filler before them is no answer. The instant is copied as it is, with
 * microseconds: cursors of lists hold it.
 */
const STORE = hotStatement(
  `
  insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, turn_sentiments, summary,
    intents, outcome, topics, unanswered_questions, customer_name, customer_language, source, model, tokens,
    line_count, caller_lines, analysed_at, is_returning, replies, reply_ms)
  select c.tenant_id, c.id, c.started_at, $3, $4, $5::jsonb, $6, $7::text[], $8, $9::text[], $10::text[], $11, $12, $13,
         $14, $15::int, $16::int, $17::int, $18::timestamptz,
         exists (select from calls earlier where earlier.tenant_id = c.tenant_id
                    and earlier.customer_id = c.customer_id and earlier.started_at < c.started_at),
         answers.count, answers.ms
    from calls c, (select count(*) as count,
                 coalesce(sum(greatest(0, round(extract(epoch from answer.at - e.asked_at) * 1000))), 0)::bigint as ms
            from exchanges e
            join turns answer on answer.tenant_id = e.tenant_id and answer.call_id = e.call_id
             and answer.number = e.line_number
            join turns words on words.tenant_id = e.tenant_id and words.call_id = e.call_id
             and words.number = e.line_number - 1 and words.speaker = 'CALLER'
           where e.tenant_id = $1 and e.call_id = $2) answers
   where c.tenant_id = $1 and c.id = $2
     and (select count(*) from turns where tenant_id = $1 and call_id = $2) >= $16::int
  on conflict (tenant_id, call_id) do update
    set sentiment = excluded.sentiment, sentiment_score = excluded.sentiment_score,
        turn_sentiments = excluded.turn_sentiments, summary = excluded.summary, intents = excluded.intents,
        outcome = excluded.outcome, topics = excluded.topics, unanswered_questions = excluded.unanswered_questions,
        customer_name = excluded.customer_name, customer_language = excluded.customer_language,
        source = excluded.source, model = excluded.model, tokens = call_analyses.tokens + excluded.tokens,
        line_count = excluded.line_count, caller_lines = excluded.caller_lines, analysed_at = excluded.analysed_at,
        is_returning = excluded.is_returning, replies = excluded.replies, reply_ms = excluded.reply_ms
    where call_analyses.line_count < excluded.line_count
  returning started_at::text as "startedAt"`,
  { startedAt: text() },
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    sentiment: text<Sentiment>(),
    sentimentScore: float8(),
    turnSentiments: jsonb<readonly TurnSentiment[]>(),
    summary: text(),
    intents: arrayOf(text<Intent>()),
    outcome: text<Outcome>(),
    topics: arrayOf(text()),
    unansweredQuestions: arrayOf(text()),
    customerName: nullable(text()),
    customerLanguage: nullable(text()),
    source: text<Analysis['source']>(),
    model: nullable(text()),
    tokens: int4(),
    lineCount: int4(),
    callerLines: int4(),
    now: timestamptz(),
  },
);

const INTENTS = hotStatement(
  `
  with gone as (
    delete from call_intents where tenant_id = $1 and call_id = $2 and intent <> all ($3::text[])
  )
  insert into call_intents (tenant_id, call_id, intent, started_at) select $1, $2, unnest($3::text[]), $4
  on conflict do nothing`,
  {},
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    intents: arrayOf(text<Intent>()),
    startedAt: timestamptzText(),
  },
);

/** A call asks the same only once, however it says it. */
const QUESTIONS = hotStatement(
  `
  with asked as (
    select distinct on (gist) question, gist, number
      from unnest($3::text[], $4::text[]) with ordinality as all_asked (question, gist, number)
     order by gist, number
  ), gone as (
    delete from unanswered_questions
     where tenant_id = $1 and call_id = $2 and gist not in (select gist from asked)
  )
  insert into unanswered_questions (tenant_id, call_id, gist, question, started_at)
  select $1, $2, gist, question, $5 from asked
  on conflict (tenant_id, call_id, gist) do update set question = excluded.question`,
  {},
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    questions: arrayOf(text()),
    gists: arrayOf(text()),
    startedAt: timestamptzText(),
  },
);
