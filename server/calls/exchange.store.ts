import { at, type Tx } from '../infra/database.ts';
import type { CallStatus } from './call.entity.ts';
import type { ReplySegment } from './call-reply.ts';
import { REPLY_CHANNEL, replyNewsOf } from './reply/reply-news.ts';
import type { ReplySource } from './turn.entity.ts';

/** Which exchange: the primary key. */
export type ExchangeKey = { tenantId: string; callId: string; number: number };

/** How far a reply is written, as it is stored. */
export type ReplyProgress = {
  sentences: readonly string[];
  /** Nothing will be added. */
  isWritten: boolean;
  source: ReplySource;
  endsCall: boolean;
  /** When a reply that isn't written yet is given up for dead: its process is gone. */
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

type ExchangeRow = Omit<Exchange, 'askedAt' | 'stallsAt'> & { askedAt: string; stallsAt: string };

const EXCHANGE = `e.number, e.body_hash as "bodyHash", e.asked_at as "askedAt", e.state = 'WRITTEN' as "isWritten", e.source,
  e.sentences, e.ends_call as "endsCall", e.segments, e.line_number as "lineNumber", e.stalls_at as "stallsAt"`;

const fromRow = (row: ExchangeRow): Exchange => ({
  ...row,
  askedAt: at(row.askedAt),
  stallsAt: at(row.stallsAt),
});

export async function findExchange(
  tx: Tx,
  { tenantId, callId, number }: ExchangeKey,
): Promise<Exchange | undefined> {
  const row = await tx.one<ExchangeRow>(
    `select ${EXCHANGE} from exchanges e where e.tenant_id = $1 and e.call_id = $2 and e.number = $3`,
    [tenantId, callId, number],
  );
  return row && fromRow(row);
}

/** What had been asked before, in order. */
export async function exchangesBefore(
  tx: Tx,
  { tenantId, callId }: Omit<ExchangeKey, 'number'>,
  before: Date,
): Promise<Exchange[]> {
  const rows = await tx.query<ExchangeRow>(
    `select ${EXCHANGE} from exchanges e where e.tenant_id = $1 and e.call_id = $2 and e.asked_at < $3 order by e.number`,
    [tenantId, callId, before],
  );
  return rows.map(fromRow);
}

/** The exchange to deliver the next document from, with what it takes to put that into the transcript. */
export async function findForDelivery(
  tx: Tx,
  tenantId: string,
  providerCallId: string,
  number: number,
): Promise<
  { exchange: Exchange | undefined; callId: string; status: CallStatus; lineCount: number } | undefined
> {
  const row = await tx.one<ExchangeRow & { callId: string; status: CallStatus; lineCount: number }>(
    `select c.id as "callId", c.status, c.line_count as "lineCount", ${EXCHANGE}
       from calls c left join exchanges e on e.tenant_id = c.tenant_id and e.call_id = c.id and e.number = $3
      where c.tenant_id = $1 and c.provider_call_id = $2`,
    [tenantId, providerCallId, number],
  );
  if (!row) return undefined;
  const { callId, status, lineCount, ...exchange } = row;
  return { callId, status, lineCount, exchange: exchange.number === null ? undefined : fromRow(exchange) };
}

/**
 * Stores how far a reply is written, and wakes the webhooks that wait for it in other processes.
 * @returns false where it was ended by another process meanwhile, or the call is gone
 */
export async function storeProgress(
  tx: Tx,
  key: ExchangeKey,
  callKey: string,
  reply: ReplyProgress,
): Promise<boolean> {
  const rows = await tx.query(STORE_PROGRESS, [
    key.tenantId,
    key.callId,
    key.number,
    JSON.stringify(reply.sentences),
    reply.isWritten ? 'WRITTEN' : 'WRITING',
    reply.source,
    reply.endsCall,
    reply.stallsAt,
    JSON.stringify(replyNewsOf(callKey, key.number, reply)),
  ]);
  return rows.length === 1;
}

const STORE_PROGRESS = `
  with stored as (
    update exchanges set sentences = $4::jsonb, state = $5, source = $6, ends_call = $7, stalls_at = $8
     where tenant_id = $1 and call_id = $2 and number = $3 and state = 'WRITING'
    returning 1
  )
  select pg_notify('${REPLY_CHANNEL}', $9) from stored`;

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
  await tx.query(STORE_SEGMENT, [
    key.tenantId,
    key.callId,
    key.number,
    JSON.stringify([segment]),
    progress ? JSON.stringify(progress.sentences) : null,
    progress ? (progress.isWritten ? 'WRITTEN' : 'WRITING') : null,
    progress?.source ?? null,
    progress?.endsCall ?? null,
    progress?.stallsAt ?? null,
    progress ? JSON.stringify(replyNewsOf(callKey, key.number, progress)) : null,
    line?.number ?? null,
    line?.text ?? null,
    line?.at ?? null,
    line?.source ?? null,
  ]);
}

const STORE_SEGMENT = `
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
  select case when $10::text is not null then pg_notify('${REPLY_CHANNEL}', $10) end,
         case when $11::int is not null then pg_notify('call_activity', json_build_object(
           'kind', 'TURN', 'tenantId', $1::uuid, 'callId', $2::uuid, 'number', $11::int)::text) end`;
