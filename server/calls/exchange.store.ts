import { at, type Tx } from '../infra/database.ts';
import type { CallStatus } from './call.entity.ts';
import type { ReplySegment } from './call-reply.ts';
import type { ReplySource } from './turn.entity.ts';

/** Which exchange: the primary key. */
export type ExchangeKey = { tenantId: string; callId: string; number: number };

/** An exchange's row; reply and parts as in exchange.entity.ts. */
export type Exchange = {
  number: number;
  bodyHash: Buffer;
  askedAt: Date;
  isWritten: boolean;
  source: ReplySource;
  sentences: string[];
  endsCall: boolean;
  parts: ReplySegment[];
  lineNumber: number | null;
  stallsAt: Date;
};

type ExchangeRow = Omit<Exchange, 'askedAt' | 'stallsAt'> & { askedAt: string; stallsAt: string };

const EXCHANGE = `e.number, e.body_hash as "bodyHash", e.asked_at as "askedAt", e.state = 'WRITTEN' as "isWritten", e.source,
  e.sentences, e.ends_call as "endsCall", e.parts, e.line_number as "lineNumber", e.stalls_at as "stallsAt"`;

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

/** The exchange to take the next document from, with what it takes to put that into the transcript. */
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

/** Stores an exchange; one that began before its words were known goes on with this reply. */
export async function insertExchange(
  tx: Tx,
  key: ExchangeKey,
  exchange: Pick<
    Exchange,
    'bodyHash' | 'askedAt' | 'isWritten' | 'source' | 'sentences' | 'endsCall' | 'stallsAt'
  >,
  /** The caller's silences in a row, now. */
  silences: number,
): Promise<void> {
  await tx.query(
    `with exchange as (
       insert into exchanges (tenant_id, call_id, number, body_hash, asked_at, state, source, sentences, ends_call, stalls_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
       on conflict (tenant_id, call_id, number) do update
         set state = excluded.state, source = excluded.source, sentences = excluded.sentences,
             ends_call = excluded.ends_call, stalls_at = excluded.stalls_at
     )
     update calls set last_exchange = greatest(last_exchange, $3), silences = $11 where tenant_id = $1 and id = $2`,
    [
      key.tenantId,
      key.callId,
      key.number,
      exchange.bodyHash,
      exchange.askedAt,
      exchange.isWritten ? 'WRITTEN' : 'WRITING',
      exchange.source,
      JSON.stringify(exchange.sentences),
      exchange.endsCall,
      exchange.stallsAt,
      silences,
    ],
  );
}

/**
 * Stores how far a reply is written, and wakes who waits for it in another process.
 * @returns false where it was concluded by somebody else meanwhile, or the call is gone
 */
export async function storeProgress(
  tx: Tx,
  key: ExchangeKey,
  reply: Pick<Exchange, 'sentences' | 'isWritten' | 'source' | 'endsCall' | 'stallsAt'>,
  announcement: { channel: string; payload: string },
): Promise<boolean> {
  const rows = await tx.query(
    `with stored as (
       update exchanges set sentences = $4::jsonb, state = $5, source = $6, ends_call = $7, stalls_at = $8
        where tenant_id = $1 and call_id = $2 and number = $3 and state = 'WRITING'
       returning 1
     )
     select pg_notify($9, $10) from stored`,
    [
      key.tenantId,
      key.callId,
      key.number,
      JSON.stringify(reply.sentences),
      reply.isWritten ? 'WRITTEN' : 'WRITING',
      reply.source,
      reply.endsCall,
      reply.stallsAt,
      announcement.channel,
      announcement.payload,
    ],
  );
  return rows.length === 1;
}

/** Stores a document that is about to be handed out, and its words as the agent's line of the transcript. */
export async function storeSegment(
  tx: Tx,
  key: ExchangeKey,
  part: ReplySegment,
  line: { number: number; text: string; source: ReplySource; at: Date } | undefined,
): Promise<void> {
  if (!line) {
    await tx.query(
      `update exchanges set parts = parts || $4::jsonb where tenant_id = $1 and call_id = $2 and number = $3`,
      [key.tenantId, key.callId, key.number, JSON.stringify([part])],
    );
    return;
  }
  await tx.query(
    `with line as (
       insert into turns (tenant_id, call_id, number, speaker, text, at, source)
       values ($1, $2, $5, 'AGENT', $6, $7, $8)
       on conflict (tenant_id, call_id, number) do update set text = excluded.text, source = excluded.source
     ), counted as (
       update calls set line_count = greatest(line_count, $5) where tenant_id = $1 and id = $2
     ), handed_out as (
       update exchanges set parts = parts || $4::jsonb, line_number = $5
        where tenant_id = $1 and call_id = $2 and number = $3
     )
     select pg_notify('call_activity', json_build_object(
       'kind', 'TURN', 'tenantId', $1::uuid, 'callId', $2::uuid, 'number', $5::int)::text)`,
    [
      key.tenantId,
      key.callId,
      key.number,
      JSON.stringify([part]),
      line.number,
      line.text,
      line.at,
      line.source,
    ],
  );
}
