import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import { type CallId, NO_CALL, type TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { CallIdentity } from '../call-event.ts';
import type { CallState } from '../conversation/call-state.ts';
import { type Exchange, exchangesBefore } from '../exchange.store.ts';
import { readPromptFacts } from '../prompt/prompt.store.ts';
import type { PromptFacts } from '../prompt/prompt.ts';

/** A call as it stood at some moment. */
export type PastCall = CallState & Pick<PromptFacts, 'lines' | 'caller'> & { exchanges: Exchange[] };

/** Looks up what a webhook that came at `moment` met; where it was the call's first, a call that begins. */
export async function readPastCall(tx: Tx, call: CallIdentity, moment: Date): Promise<PastCall> {
  const tenantId = call.tenant.id;
  const phone = (call.direction === 'INBOUND' ? call.from : call.to) ?? null;
  const found = await findPastCall(tx, call, moment, phone);
  const callId = found?.id ?? NO_CALL;
  const isVerified = found?.verified ?? call.verified;
  const customerId = isVerified ? (found?.customerId ?? null) : null;
  const facts = { tenantId, callId, customerId, before: moment };
  const exchanges = await exchangesBefore(tx, { tenantId, callId }, moment);
  const heardAt = await lastHeard(tx, { tenantId, callId, moment });
  return {
    ...(await readPromptFacts(tx, facts)),
    status: found?.endedAt && found.endedAt < moment ? 'COMPLETED' : 'IN_PROGRESS',
    startedAt: found?.startedAt ?? moment,
    lastExchange: exchanges.at(-1)?.number ?? 0,
    silences: silencesSince(exchanges, heardAt),
    exchanges,
  };
}

/** The exchange in which the caller was last heard was asked with that line, or a moment after it. */
function silencesSince(exchanges: readonly Exchange[], heardAt: Date | undefined): number {
  if (heardAt === undefined) return exchanges.length;
  return Math.max(0, exchanges.filter(({ askedAt }) => askedAt >= heardAt).length - 1);
}

/** A call that had begun then, and its customer; without the call, the customer at the other end. */
function findPastCall(
  { db }: Tx,
  { tenant, providerCallId }: CallIdentity,
  moment: Date,
  phone: E164 | null,
) {
  return db
    .selectFrom(sql`(select 1)`.as('one'))
    .leftJoin('calls as c', (on) =>
      on
        .on('c.tenantId', '=', tenant.id)
        .on('c.providerCallId', '=', providerCallId)
        .on('c.startedAt', '<', moment),
    )
    .leftJoin('customers as k', (on) => on.on('k.tenantId', '=', tenant.id).on('k.phone', '=', phone))
    .select(['c.id', 'c.startedAt', 'c.endedAt', 'c.verified'])
    .select(({ fn }) => fn.coalesce('c.customerId', 'k.id').as('customerId'))
    .executeTakeFirst();
}

async function lastHeard(
  { db }: Tx,
  { tenantId, callId, moment }: { tenantId: TenantId; callId: CallId; moment: Date },
): Promise<Date | undefined> {
  const heard = await db
    .selectFrom('turns')
    .select(({ fn }) => fn.max<Date | null>('at').as('at'))
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('speaker', '=', 'CALLER')
    .where('at', '<', moment)
    .executeTakeFirst();
  return heard?.at ?? undefined;
}

/** What the caller said in a turn that came as a recording; undefined where it couldn't be transcribed. */
export async function readTranscribed(
  { db }: Tx,
  {
    tenantId,
    providerCallId,
    turn,
    moment,
  }: { tenantId: TenantId; providerCallId: string; turn: number; moment: Date },
): Promise<string | undefined> {
  const line = await db
    .selectFrom('calls as c')
    .innerJoin('turns as t', (on) => on.onRef('t.tenantId', '=', 'c.tenantId').onRef('t.callId', '=', 'c.id'))
    .select('t.text')
    .where('c.tenantId', '=', tenantId)
    .where('c.providerCallId', '=', providerCallId)
    .where('t.speaker', '=', 'CALLER')
    .where('t.at', '>=', moment)
    .where('t.at', '<', ({ selectFrom, fn }) => {
      const nextAsked = selectFrom('exchanges as e')
        .select(({ fn }) => fn.min('e.askedAt').as('at'))
        .whereRef('e.tenantId', '=', 'c.tenantId')
        .whereRef('e.callId', '=', 'c.id')
        .where('e.number', '>', turn);
      return fn.coalesce(nextAsked, sql<Date>`'infinity'`);
    })
    .orderBy('t.number')
    .limit(1)
    .executeTakeFirst();
  return line?.text;
}
