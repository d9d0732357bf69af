import type { Tx } from '../infra/database.ts';
import {
  bool,
  bytea,
  float4,
  int4,
  jsonb,
  nothing,
  nullable,
  preparedStatement,
  text,
  timestamptz,
  uuid,
} from '../infra/hot-statement.ts';
import type { CallId, CustomerId, TenantId } from '../infra/ids.ts';
import {
  FOUND_OR_OPENED,
  OPEN_CALL,
  OPENING_PARAMETERS,
  type OpenCall,
  opened,
  openingParameters,
} from './call.store.ts';
import type { CallIdentity } from './call-event.ts';
import type { LatestExchange } from './conversation/turn-number.ts';
import type { ExchangeKey, ReplyProgress } from './exchange.store.ts';
import { FACTS, type KnownFacts, knownFacts, promptFactsSql } from './prompt/prompt.store.ts';
import type { ReplySource } from './turn.entity.ts';

/** A call's row with the exchange that was asked last in it. */
export type OpenTurn = OpenCall & {
  latest: LatestExchange | undefined;
  /** Whether the turn that the webhook names was taken before. */
  isKnown: boolean;
};

/**
 * As `findOrOpen`, for a webhook that brings a turn of the caller's: one statement tells whether it is a repeat.
 * @param turn as the webhook's address has it
 * @throws LessVerified, Flood as `findOrOpen`
 */
export async function findOrOpenTurn(
  tx: Tx,
  call: CallIdentity,
  now: Date,
  turn: number | undefined,
): Promise<OpenTurn> {
  const given = { ...openingParameters(call, now, undefined), turn: turn ?? null };
  const [row] = await tx.run(FIND_OR_OPEN_TURN, given);
  const { latestNumber, latestBodyHash, latestAskedAt, ...open } = opened(row);
  const latest =
    latestNumber === null || latestBodyHash === null || latestAskedAt === null
      ? undefined
      : { number: latestNumber, bodyHash: latestBodyHash, askedAt: latestAskedAt };
  return { ...open, latest };
}

const FIND_OR_OPEN_TURN = preparedStatement(
  `with ${FOUND_OR_OPENED}
   select call.*, latest.number as "latestNumber", latest.body_hash as "latestBodyHash",
          latest.asked_at as "latestAskedAt",
          exists (select from exchanges where tenant_id = $1 and call_id = call.id and number = $14) as "isKnown"
     from call
     left join exchanges latest
       on latest.tenant_id = $1 and latest.call_id = call.id and latest.number = call."lastExchange"`,
  {
    ...OPEN_CALL,
    latestNumber: nullable(int4()),
    latestBodyHash: nullable(bytea()),
    latestAskedAt: nullable(timestamptz()),
    isKnown: bool(),
  },
  { ...OPENING_PARAMETERS, turn: nullable(int4()) },
);

/** A turn of the caller's that is taken now. */
export type TakenTurn = {
  key: ExchangeKey;
  /** SHA-256 of what was delivered. */
  bodyHash: Buffer;
  askedAt: Date;
  /** The caller's silences in a row, now. */
  silences: number;
  /** Their line of the transcript; none for a silence, or while it isn't known yet. */
  line: { number: number; text: string; confidence: number | undefined } | undefined;
  /** What there is of the reply at once. */
  reply: ReplyProgress;
};

/** Stores a turn in one statement; one that began before its words were known goes on with this reply. */
export async function takeTurn(tx: Tx, turn: TakenTurn): Promise<void> {
  await tx.run(TAKE_TURN, takingParameters(turn));
}

/** As `takeTurn`, and reads in the same statement what the model is to be told: the lines before this one. */
export async function takeTurnForModel(
  tx: Tx,
  turn: TakenTurn,
  { customerId, mostModelTurns, timeZone }: ModelTurn,
): Promise<KnownFacts & { mayAsk: boolean }> {
  const given = { ...takingParameters(turn), customerId, mostModelTurns, timeZone };
  const [facts] = await tx.run(TAKE_TURN_FOR_MODEL, given);
  return { ...knownFacts(facts), mayAsk: mostModelTurns === null || (facts?.mayAsk ?? false) };
}

/** Whose records the model is told, and whether it may be asked. */
type ModelTurn = {
  /** Null where nothing is to be told of the caller. */
  customerId: CustomerId | null;
  /** Turns of unverified calls that the model may be asked for in a day of the tenant's; null: this one isn't counted. */
  mostModelTurns: number | null;
  timeZone: string;
};

const takingParameters = ({ key, bodyHash, askedAt, silences, line, reply }: TakenTurn) => ({
  tenantId: key.tenantId,
  callId: key.callId,
  number: key.number,
  bodyHash,
  askedAt,
  state: reply.isWritten ? ('WRITTEN' as const) : ('WRITING' as const),
  source: reply.source,
  sentences: reply.sentences,
  endsCall: reply.endsCall,
  stallsAt: reply.stallsAt,
  silences,
  lineNumber: line?.number ?? null,
  text: line?.text ?? null,
  confidence: line?.confidence ?? null,
});

/** $1 to $14 of TAKING. */
const TAKING_PARAMETERS = {
  tenantId: uuid<TenantId>(),
  callId: uuid<CallId>(),
  number: int4(),
  bodyHash: bytea(),
  askedAt: timestamptz(),
  state: text<'WRITING' | 'WRITTEN'>(),
  source: text<ReplySource>(),
  sentences: jsonb<readonly string[]>(),
  endsCall: bool(),
  stallsAt: timestamptz(),
  silences: int4(),
  lineNumber: nullable(int4()),
  text: nullable(text()),
  confidence: nullable(float4()),
};

const TAKING = `
  with exchange as (
    insert into exchanges (tenant_id, call_id, number, body_hash, asked_at, state, source, sentences, ends_call, stalls_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
    on conflict (tenant_id, call_id, number) do update
      set state = excluded.state, source = excluded.source, sentences = excluded.sentences,
          ends_call = excluded.ends_call, stalls_at = excluded.stalls_at
  ), line as (
    insert into turns (tenant_id, call_id, number, speaker, text, at, confidence)
    select $1, $2, $12, 'CALLER', $13, $5, $14 where $12::int is not null
    on conflict (tenant_id, call_id, number) do update set text = excluded.text
  ), counted as (
    update calls set last_exchange = greatest(last_exchange, $3), silences = $11,
                     line_count = greatest(line_count, $12)
     where tenant_id = $1 and id = $2
  )`;

/** Tells who watches that there is a line more. */
const ANNOUNCE = `
  case when $12::int is not null then pg_notify('call_activity', json_build_object(
    'kind', 'TURN', 'tenantId', $1::uuid, 'callId', $2::uuid, 'number', $12::int)::text) end as announced`;

const TAKE_TURN = preparedStatement(
  `${TAKING} select ${ANNOUNCE}`,
  { announced: nullable(nothing()) },
  TAKING_PARAMETERS,
);

/** Counts the turn among those of the day, where there are not as many yet. */
const MODEL_TURN = `, counted_turn as (
    insert into unverified_model_turns as today (tenant_id, day, amount)
    select $1, ($5 at time zone $17)::date, 1 where $16::int > 0
    on conflict (tenant_id, day) do update set amount = today.amount + 1 where today.amount < $16
    returning 1
  )`;
const MAY_ASK = `exists (select from counted_turn) as "mayAsk"`;

/** The select sees the transcript as it was before this statement: without the caller's line. */
const TAKE_TURN_FOR_MODEL = preparedStatement(
  `${TAKING}${MODEL_TURN} ${promptFactsSql({ customer: '$15', before: 'null', also: `, ${MAY_ASK}, ${ANNOUNCE}` })}`,
  { ...FACTS, mayAsk: bool(), announced: nullable(nothing()) },
  {
    ...TAKING_PARAMETERS,
    customerId: nullable(uuid<CustomerId>()),
    mostModelTurns: nullable(int4()),
    timeZone: text(),
  },
);
