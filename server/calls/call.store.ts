import { type Expression, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import { bool, int4, nullable, preparedStatement, text, timestamptz, uuid } from '../infra/hot-statement.ts';
import { type CallId, type CustomerId, NO_CALL, type TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';
import { type CallBound, Flood } from './admission/flood.ts';
import type { CallDirection, CallStatus } from './call.entity.ts';
import { CALL_ACTIVITY, type CallNews } from './call-activity.ts';
import type { CallIdentity, HungUp } from './call-event.ts';
import { LessVerified } from './less-verified.ts';
import type { ReplySource, Speaker } from './turn.entity.ts';

/** A call's row as the conversation needs it. */
export type OpenCall = Omit<(typeof FIND_OR_OPEN)['row'], 'reached'>;

/**
 * Finds the call, or opens it: whatever webhook comes first makes the call, its customer, and counts it once.
 * With a greeting, a new call also gets its first line. The transaction must hold the call's lock.
 * @throws LessVerified where the call was verified, and this webhook isn't; Flood where it would open one call too many
 */
export async function findOrOpen(
  tx: Tx,
  call: CallIdentity,
  now: Date,
  greeting?: string,
): Promise<OpenCall> {
  const [found] = await tx.run(FIND_OR_OPEN, openingParameters(call, now, greeting));
  return opened(found);
}

/** @throws LessVerified, Flood */
export function opened<Row extends { reached: CallBound | null }>(
  row: Row | undefined,
): Omit<Row, 'reached'> {
  if (!row) throw new LessVerified();
  const { reached, ...open } = row;
  if (reached) throw new Flood(reached);
  return open;
}

/** For OPENING_PARAMETERS. */
export const openingParameters = (call: CallIdentity, now: Date, greeting: string | undefined) => ({
  tenantId: call.tenant.id,
  providerCallId: call.providerCallId,
  direction: call.direction,
  from: call.from ?? null,
  rawFrom: call.rawFrom ?? null,
  to: call.to ?? null,
  personaVersion: call.tenant.persona.version,
  now,
  greeting: greeting ?? null,
  customerPhone: (call.direction === 'INBOUND' ? call.from : call.to) ?? null,
  verified: call.verified,
  newCallsAMinute: call.tenant.bounds.newCallsAMinute,
  callsAtOnce: call.tenant.bounds.callsAtOnce,
});

/** $1 to $13 of FOUND_OR_OPENED. */
export const OPENING_PARAMETERS = {
  tenantId: uuid<TenantId>(),
  providerCallId: text(),
  direction: text<CallDirection>(),
  from: nullable(text<E164>()),
  rawFrom: nullable(text()),
  to: nullable(text<E164>()),
  personaVersion: int4(),
  now: timestamptz(),
  greeting: nullable(text()),
  /** The number at the other end of the line: the caller's, or the one that was called. */
  customerPhone: nullable(text<E164>()),
  /** Whether the webhook is. */
  verified: bool(),
  newCallsAMinute: int4(),
  callsAtOnce: int4(),
};

/** What FOUND_OR_OPENED's `call` has. */
export const OPEN_CALL = {
  id: uuid<CallId>(),
  status: text<CallStatus>(),
  customerId: nullable(uuid<CustomerId>()),
  greeted: bool(),
  lineCount: int4(),
  lastExchange: int4(),
  silences: int4(),
  startedAt: timestamptz(),
  verified: bool(),
  isNew: bool(),
  /** Not null: nothing was opened, and all else means nothing. */
  reached: nullable(text<CallBound>()),
};

const CALL = `id, status, customer_id as "customerId", greeted, line_count as "lineCount",
  last_exchange as "lastExchange", silences, started_at as "startedAt", verified`;

/**
 * The call as it is found or opened, unless it was verified and the webhook isn't; parameters: OPENING_PARAMETERS. What
 * bounds unverified calls is looked at in the same statement, and only where one is to be opened.
 */
export const FOUND_OR_OPENED = `
  existing as (
    select id, customer_id from calls where tenant_id = $1 and provider_call_id = $2
  ), bound as materialized (
    select case when not $11 and not exists (select from existing)
                then internal.reached_bound($1, $12, $13, $8) end as reached
  ), customer as (
    insert into customers (tenant_id, phone, first_seen_at, last_call_at, call_count)
    select $1, $10, $8, $8, 1
     where $10::text is not null and not exists (select from existing where customer_id is not null)
       and (select reached from bound) is null
    on conflict (tenant_id, phone) do update
      set call_count = customers.call_count + 1,
          last_call_at = greatest(customers.last_call_at, excluded.last_call_at)
    returning id
  ), heard as (
    update calls
       set last_heard_at = greatest(last_heard_at, $8),
           customer_id = coalesce(customer_id, (select id from customer)),
           "from" = coalesce("from", $4), raw_from = coalesce(raw_from, $5), "to" = coalesce("to", $6)
     where tenant_id = $1 and provider_call_id = $2 and ($11 or not verified)
    returning ${CALL}
  ), opened as (
    insert into calls (tenant_id, provider_call_id, direction, "from", raw_from, "to", persona_version, customer_id,
                       started_at, last_heard_at, verified, greeted, line_count)
    select $1, $2, $3, $4, $5, $6, $7, (select id from customer), $8, $8, $11, $9::text is not null,
           ($9::text is not null)::int
     where not exists (select from existing) and (select reached from bound) is null
    returning ${CALL}
  ), greeting as (
    insert into turns (tenant_id, call_id, number, speaker, text, at, source)
    select $1, id, 1, 'AGENT', $9, $8, 'SCRIPTED' from opened where $9::text is not null
  ), announced as (
    select id as announced_id, pg_notify('call_activity', json_build_object(
      'kind', 'STARTED', 'tenantId', $1::uuid, 'callId', id, 'number', nullif("lineCount", 0))::text) from opened
  ), call as (
    select heard.*, false as "isNew", null as reached from heard
    union all
    select opened.*, true, null from opened join announced on announced_id = id
    union all
    select '${NO_CALL}'::uuid, 'IN_PROGRESS', null, false, 0, 0, 0, $8, false, false, reached
      from bound where reached is not null
  )`;

export const FIND_OR_OPEN = preparedStatement(
  `with ${FOUND_OR_OPENED} select * from call`,
  OPEN_CALL,
  OPENING_PARAMETERS,
);

/** Greets a call that some other webhook opened before its answer came. */
export async function greet(
  tx: Tx,
  tenantId: TenantId,
  call: OpenCall,
  greeting: string,
  now: Date,
): Promise<void> {
  await tx.db
    .updateTable('calls')
    .set({ greeted: true })
    .where('tenantId', '=', tenantId)
    .where('id', '=', call.id)
    .execute();
  const line = { tenantId, callId: call.id, number: call.lineCount + 1 };
  await addLine(tx, { ...line, speaker: 'AGENT', text: greeting, at: now, source: 'SCRIPTED' });
}

/** A line of the transcript, as it comes to it. */
type NewLine = {
  tenantId: TenantId;
  callId: CallId;
  number: number;
  speaker: Speaker;
  text: string;
  at: Date;
  source?: ReplySource;
};

/** Adds a line to the transcript, and tells who watches. */
export async function addLine({ db }: Tx, line: NewLine): Promise<void> {
  const { tenantId, callId, number, speaker, text, at, source = null } = line;
  await db
    .with('line', (cte) =>
      cte
        .insertInto('turns')
        .values({ tenantId, callId, number, speaker, text, at, source })
        .onConflict((there) =>
          there
            .columns(['tenantId', 'callId', 'number'])
            .doUpdateSet((eb) => ({ text: eb.ref('excluded.text'), source: eb.ref('excluded.source') })),
        ),
    )
    .with('counted', (cte) =>
      cte
        .updateTable('calls')
        .set((eb) => ({ lineCount: eb.fn<number>('greatest', ['lineCount', eb.val(number)]) }))
        .where('tenantId', '=', tenantId)
        .where('id', '=', callId),
    )
    .selectNoFrom(announced({ kind: 'TURN', tenantId, callId, number }).as('announced'))
    .execute();
}

const announced = (news: CallNews) => sql<unknown>`pg_notify(${CALL_ACTIVITY}, ${JSON.stringify(news)})`;

/**
 * Closes a call; the first hangup wins, later ones change nothing. A call that was given up for lost is completed
 * after all when its hangup does come.
 * @returns whether it was closed now
 */
export async function close(
  { db }: Tx,
  tenantId: TenantId,
  callId: CallId,
  { now, durationSeconds, cause, source }: Omit<HungUp, 'kind'> & { now: Date },
): Promise<boolean> {
  const closed = await db
    .with('closed', (cte) =>
      cte
        .updateTable('calls')
        .set((eb) => ({
          status: 'COMPLETED',
          endedAt: now,
          hangupCause: cause ?? null,
          hangupSource: source ?? null,
          durationSeconds: durationSeconds ?? secondsUntil(eb.val(now), eb.ref('startedAt')),
        }))
        .where('tenantId', '=', tenantId)
        .where('id', '=', callId)
        .where('status', '<>', 'COMPLETED')
        .returning('id'),
    )
    .selectFrom('closed')
    .select(announced({ kind: 'ENDED', tenantId, callId }).as('announced'))
    .execute();
  return closed.length === 1;
}

/** Whole seconds that a call took, as it is stored. */
export const secondsUntil = (end: Expression<Date>, start: Expression<Date>) =>
  sql<number>`greatest(0, round(extract(epoch from ${end}::timestamptz - ${start})))`;

/** A call by the carrier's id, if it is there. */
export function findKnownCall({ db }: Tx, tenantId: TenantId, providerCallId: string) {
  return db
    .selectFrom('calls')
    .select(['id', 'verified'])
    .where('tenantId', '=', tenantId)
    .where('providerCallId', '=', providerCallId)
    .executeTakeFirst();
}

/** Where a call stands, for what comes to it later than its conversation. */
export function findCall({ db }: Tx, tenantId: TenantId, id: CallId) {
  return db
    .selectFrom('calls')
    .select(['status', 'customerId', 'lineCount', 'verified'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}
