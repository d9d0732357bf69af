import type { Tx } from '../infra/database.ts';
import {
  bool,
  bytea,
  int4,
  jsonb,
  nothing,
  nullable,
  preparedStatement,
  text,
  timestamptz,
  uuid,
} from '../infra/hot-statement.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { CallStatus } from './call.entity.ts';
import type { ReplySegment } from './call-reply.ts';
import { REPLY_CHANNEL, replyNewsOf } from './reply/reply-news.ts';
import type { ReplySource } from './turn.entity.ts';

/** Which exchange: the primary key. */
export type ExchangeKey = { tenantId: TenantId; callId: CallId; number: number };

/** How far a reply is written, as it is stored. */
export type ReplyProgress = {
  sentences: readonly string[];
  /** Nothing will be added. */
  isWritten: boolean;
  source: ReplySource;
  endsCall: boolean;
  /** When other processes take a reply that isn't written yet for lost: the process that wrote it was killed. */
  stallsAt: Date;
};

/** An exchange's row; reply and segments as in exchange.entity.ts. */
export type Exchange = ReplyProgress & {
  number: number;
  bodyHash: Buffer;
  askedAt: Date;
  segments: ReplySegment[];
  lineNumber: number | null;
};

/** A reply is being written, or nothing will be added. */
type ReplyState = 'WRITING' | 'WRITTEN';

const SHOWN = [
  'number',
  'bodyHash',
  'askedAt',
  'state',
  'source',
  'sentences',
  'endsCall',
  'segments',
  'lineNumber',
  'stallsAt',
] as const;

const shown = ({ state, ...exchange }: Omit<Exchange, 'isWritten'> & { state: ReplyState }): Exchange => ({
  ...exchange,
  isWritten: state === 'WRITTEN',
});

export async function findExchange(
  { db }: Tx,
  { tenantId, callId, number }: ExchangeKey,
): Promise<Exchange | undefined> {
  const found = await db
    .selectFrom('exchanges')
    .select(SHOWN)
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('number', '=', number)
    .executeTakeFirst();
  return found && shown(found);
}

/** What had been asked before, in order. */
export async function exchangesBefore(
  { db }: Tx,
  { tenantId, callId }: Omit<ExchangeKey, 'number'>,
  before: Date,
): Promise<Exchange[]> {
  const found = await db
    .selectFrom('exchanges')
    .select(SHOWN)
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('askedAt', '<', before)
    .orderBy('number')
    .execute();
  return found.map(shown);
}

/** The exchange to deliver the next document from, with what it takes to put that into the transcript. */
export async function findForDelivery(
  tx: Tx,
  tenantId: TenantId,
  providerCallId: string,
  number: number,
): Promise<
  | {
      exchange: Exchange | undefined;
      callId: CallId;
      status: CallStatus;
      verified: boolean;
      lineCount: number;
      recordedTurn: number | null;
      recordedSince: Date | null;
    }
  | undefined
> {
  const [found] = await tx.run(FOR_DELIVERY, { tenantId, providerCallId, number });
  if (!found) return undefined;
  const {
    callId,
    status,
    verified,
    lineCount,
    recordedTurn,
    recordedSince,
    number: asked,
    ...exchange
  } = found;
  const call = { callId, status, verified, lineCount, recordedTurn, recordedSince };
  return { ...call, exchange: asked === null ? undefined : shown({ number: asked, ...exchange }) };
}

const FOR_DELIVERY = preparedStatement(
  `select c.id as "callId", c.status, c.verified, c.line_count as "lineCount",
          c.recorded_turn as "recordedTurn", c.recorded_since as "recordedSince",
          e.number, e.body_hash as "bodyHash", e.asked_at as "askedAt", e.state, e.source, e.sentences,
          e.ends_call as "endsCall", e.segments, e.line_number as "lineNumber", e.stalls_at as "stallsAt"
     from calls c left join exchanges e on e.tenant_id = c.tenant_id and e.call_id = c.id and e.number = $3
    where c.tenant_id = $1 and c.provider_call_id = $2`,
  {
    callId: uuid<CallId>(),
    status: text<CallStatus>(),
    verified: bool(),
    lineCount: int4(),
    recordedTurn: nullable(int4()),
    recordedSince: nullable(timestamptz()),
    /** Null where there is no such exchange, as all that follows is then. */
    number: nullable(int4()),
    bodyHash: bytea(),
    askedAt: timestamptz(),
    state: text<ReplyState>(),
    source: text<ReplySource>(),
    sentences: jsonb<readonly string[]>(),
    endsCall: bool(),
    segments: jsonb<ReplySegment[]>(),
    lineNumber: nullable(int4()),
    stallsAt: timestamptz(),
  },
  { tenantId: uuid<TenantId>(), providerCallId: text(), number: int4() },
);

/**
 * Stores how far a reply is written, unless a document that overtook it stored more, and wakes the webhooks that wait for it in other processes.
 * @returns false where it was ended by another process meanwhile, or the call is gone
 */
export async function storeProgress(
  tx: Tx,
  key: ExchangeKey,
  callKey: string,
  reply: ReplyProgress,
): Promise<boolean> {
  const { tenantId, callId, number } = key;
  const { sentences, source, endsCall, stallsAt } = reply;
  const news = JSON.stringify(replyNewsOf(callKey, number, reply));
  const reached = { sentences, state: stateOf(reply), source, endsCall, stallsAt, news };
  const stored = await tx.run(STORE_PROGRESS, { tenantId, callId, number, ...reached });
  return stored.length === 1;
}

const stateOf = ({ isWritten }: ReplyProgress): ReplyState => (isWritten ? 'WRITTEN' : 'WRITING');

const STORE_PROGRESS = preparedStatement(
  `
  with stored as (
    update exchanges
       set sentences = case when jsonb_array_length($4::jsonb) < jsonb_array_length(sentences) then sentences else $4::jsonb end,
           state = $5, source = $6, ends_call = $7, stalls_at = $8
     where tenant_id = $1 and call_id = $2 and number = $3 and state = 'WRITING'
    returning 1
  )
  select pg_notify('${REPLY_CHANNEL}', $9) as announced from stored`,
  { announced: nothing() },
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    number: int4(),
    sentences: jsonb<readonly string[]>(),
    state: text<ReplyState>(),
    source: text<ReplySource>(),
    endsCall: bool(),
    stallsAt: timestamptz(),
    news: text(),
  },
);

/** One document of a reply that is about to be delivered. */
export type DeliveredSegment = {
  segment: ReplySegment;
  /** What the reply came to in this process since it was last stored. */
  progress: ReplyProgress | undefined;
  /** Its words, and those of the segments before, as the agent's line of the transcript; none for a filler. */
  line: { number: number; text: string; source: ReplySource; at: Date } | undefined;
};

/** Stores a document before it is delivered, with the reply that it comes from and its line of the transcript. */
export async function storeSegment(
  tx: Tx,
  key: ExchangeKey,
  callKey: string,
  { segment, progress, line }: DeliveredSegment,
): Promise<void> {
  await tx.run(STORE_SEGMENT, {
    tenantId: key.tenantId,
    callId: key.callId,
    number: key.number,
    segments: [segment],
    sentences: progress?.sentences ?? null,
    state: progress ? stateOf(progress) : null,
    source: progress?.source ?? null,
    endsCall: progress?.endsCall ?? null,
    stallsAt: progress?.stallsAt ?? null,
    news: progress ? JSON.stringify(replyNewsOf(callKey, key.number, progress)) : null,
    lineNumber: line?.number ?? null,
    text: line?.text ?? null,
    at: line?.at ?? null,
    lineSource: line?.source ?? null,
  });
}

const STORE_SEGMENT = preparedStatement(
  `
  with stored as (
    update exchanges
       set segments = segments || $4::jsonb, line_number = coalesce($11, line_number),
           sentences = coalesce($5::jsonb, sentences), state = coalesce($6, state), source = coalesce($7, source),
           ends_call = coalesce($8, ends_call), stalls_at = coalesce($9, stalls_at)
     where tenant_id = $1 and call_id = $2 and number = $3
  ), line as (
    insert into turns (tenant_id, call_id, number, speaker, text, at, source)
    select $1, $2, $11, 'AGENT', $12, $13, $14 where $11::int is not null
    on conflict (tenant_id, call_id, number) do update set text = excluded.text, source = excluded.source
  ), counted as (
    update calls set line_count = greatest(line_count, $11) where tenant_id = $1 and id = $2 and line_count < $11
  )
  select case when $10::text is not null then pg_notify('${REPLY_CHANNEL}', $10) end as announced,
         case when $11::int is not null then pg_notify('call_activity', json_build_object(
           'kind', 'TURN', 'tenantId', $1::uuid, 'callId', $2::uuid, 'number', $11::int)::text) end as line`,
  { announced: nullable(nothing()), line: nullable(nothing()) },
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    number: int4(),
    segments: jsonb<readonly ReplySegment[]>(),
    sentences: nullable(jsonb<readonly string[]>()),
    state: nullable(text<ReplyState>()),
    source: nullable(text<ReplySource>()),
    endsCall: nullable(bool()),
    stallsAt: nullable(timestamptz()),
    news: nullable(text()),
    lineNumber: nullable(int4()),
    text: nullable(text()),
    at: nullable(timestamptz()),
    lineSource: nullable(text<ReplySource>()),
  },
);
