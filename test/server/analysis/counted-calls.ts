import { randomUUID } from 'node:crypto';
import type { CallId, TenantId } from '../../../server/infra/ids.ts';
import {
  OUTCOMES,
  type Outcome,
  SENTIMENTS,
  type Sentiment,
} from '../../../server/language-model/analyst.ts';
import { INTENTS, type Intent } from '../../../server/understanding/intents/intents.ts';
import type { TestDatabase } from '../../support/database.ts';
import { asCallId } from '../../support/ids.ts';

export const BEGIN = Date.UTC(2026, 10, 24, 10);

export type Analysis = {
  sentiment: Sentiment;
  outcome: Outcome;
  intents: Intent[];
  callerLines: number;
  isReturning: boolean;
  replies: number;
  replyMs: number;
};
export type Call = {
  id: CallId;
  startedAt: number;
  status: string;
  seconds: number | null;
  analysis?: Analysis;
};

export const instant = (ms: number | null) => (ms === null ? null : new Date(BEGIN + ms));

/** A call that began so many milliseconds after BEGIN, and goes on. */
export async function aCallAt({ admin }: TestDatabase, tenantId: TenantId, at: number): Promise<Call> {
  const id = asCallId(randomUUID());
  await admin(
    `insert into calls (tenant_id, id, provider_call_id, started_at, last_heard_at) values ($1, $2, $2::uuid::text, $3, $3)`,
    [tenantId, id, instant(at)],
  );
  return { id, startedAt: at, status: 'IN_PROGRESS', seconds: null };
}

export async function end(
  { admin }: TestDatabase,
  tenantId: TenantId,
  call: Call,
  status: string,
  seconds: number,
): Promise<void> {
  await admin('update calls set status = $3, duration_seconds = $4 where tenant_id = $1 and id = $2', [
    tenantId,
    call.id,
    status,
    seconds,
  ]);
  Object.assign(call, { status, seconds });
}

export async function analyse(
  { admin }: TestDatabase,
  tenantId: TenantId,
  call: Call,
  analysis: Analysis,
): Promise<void> {
  await admin(
    `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
       source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
     values ($1, $2, $3, $4, 0, '', $5, $6, 'SCRIPTED', 0, $7, $8, $9, $10, now())
     on conflict (tenant_id, call_id) do update set sentiment = excluded.sentiment, intents = excluded.intents,
       outcome = excluded.outcome, caller_lines = excluded.caller_lines, is_returning = excluded.is_returning,
       replies = excluded.replies, reply_ms = excluded.reply_ms`,
    [
      tenantId,
      call.id,
      instant(call.startedAt),
      analysis.sentiment,
      analysis.intents,
      analysis.outcome,
      analysis.callerLines,
      analysis.isReturning,
      analysis.replies,
      analysis.replyMs,
    ],
  );
  call.analysis = analysis;
}

/** What is meant by each number, without any SQL. */
export function plainCount(calls: readonly Call[]) {
  const count = (is: (call: Call) => boolean | undefined) => calls.filter(is).length;
  const sum = (of: (call: Call) => number | null | undefined) =>
    calls.reduce((total, call) => total + (of(call) ?? 0), 0);
  const byWord = (words: readonly string[], has: (analysis: Analysis, word: string) => boolean) =>
    Object.fromEntries(
      words.map((word) => [
        word.toLowerCase(),
        count(({ analysis }) => analysis !== undefined && has(analysis, word)),
      ]),
    );
  return {
    calls: calls.length,
    completed: count(({ status }) => status === 'COMPLETED'),
    lost: count(({ status }) => status === 'LOST'),
    answered: count(({ status, analysis }) => status === 'COMPLETED' && (analysis?.callerLines ?? 0) > 0),
    missed: count(({ status, analysis }) => status === 'LOST' || analysis?.callerLines === 0),
    returning_callers: count(({ analysis }) => analysis?.isReturning),
    seconds: sum(({ status, seconds }) => (status === 'COMPLETED' ? seconds : 0)),
    replies: sum(({ analysis }) => analysis?.replies),
    reply_ms: sum(({ analysis }) => analysis?.replyMs),
    ...byWord(SENTIMENTS, ({ sentiment }, word) => sentiment === word),
    ...byWord(OUTCOMES, ({ outcome }, word) => outcome === word),
    ...byWord(INTENTS, ({ intents }, word) => intents.some((intent) => intent === word)),
  };
}
