import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { anyOf, exactly, isAmong } from '../../infra/tables.ts';
import type { CallType, TurnType } from '../call.types.ts';
import type { CallCriteria } from './call-criteria.ts';
import { callsMeeting, callsSaying, type Saying } from './matching-calls.store.ts';

/** With its place in the list: when it started, to the microsecond. */
type ListedCall = CallType & { place: string };

export const placeOf = ({ place, id }: ListedCall): Keyset => ({ at: place, id });

const SHOWN = [
  'c.tenantId',
  'c.id',
  'c.providerCallId',
  'c.direction',
  'c.status',
  'c.rawFrom',
  'c.from',
  'c.to',
  'c.customerId',
  'c.personaVersion',
  'c.startedAt',
  'c.endedAt',
  'c.durationSeconds',
  'c.hangupCause',
  'c.hangupSource',
] as const;

/** @returns the calls with these ids, in any order */
export function findCalls({ db }: Tx, ids: readonly CallId[]): Promise<CallType[]> {
  return db.selectFrom('calls as c').select(SHOWN).where('c.id', '=', anyOf(ids)).execute();
}

/** More calls than that are not named one by one. */
const MOST_NAMED = 2_000;

/** Newest first, at most `limit`. */
export async function listCalls(
  tx: Tx,
  tenantId: TenantId,
  criteria: CallCriteria,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<ListedCall[]> {
  const { search } = criteria;
  const saying =
    search === undefined
      ? undefined
      : isNarrowed(criteria)
        ? await sayingAmongOthers(tx, criteria, search)
        : { ids: await idsSaying(tx, criteria, search, { after, most: limit }) };
  const { calls, sort } = callsMeeting(tx.db, tenantId, criteria, { after, saying });
  return calls
    .select([...SHOWN, exactly(sort.at).as('place')])
    .orderBy(sort.at, 'desc')
    .orderBy(sort.id, 'desc')
    .limit(limit)
    .execute();
}

/** How many there are in all; without criteria, as they were counted when they came. */
export async function countCalls(tx: Tx, tenantId: TenantId, criteria: CallCriteria): Promise<number> {
  const { search, since, before } = criteria;
  if (Object.values(criteria).every((wanted) => wanted === undefined)) {
    const counted = await tx.db
      .selectFrom('tallies')
      .select((eb) => eb.fn.sum<number | null>('amount').as('amount'))
      .where('tenantId', '=', tenantId)
      .where('subject', '=', 'calls')
      .executeTakeFirst();
    return counted?.amount ?? 0;
  }
  if (search !== undefined && !isNarrowed(criteria)) {
    const amount = sql<number>`internal.amount_saying(${search}, ${since ?? null}, ${before ?? null})`;
    return (await tx.db.selectNoFrom(amount.as('amount')).executeTakeFirstOrThrow()).amount;
  }
  const saying = search === undefined ? undefined : await sayingAmongAll(tx, tenantId, criteria, search);
  const counted = await callsMeeting(tx.db, tenantId, criteria, { saying })
    .calls.select((eb) => eb.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  return counted.amount;
}

/** Whether more is asked for than words and times, which the index of words knows itself. */
const isNarrowed = ({ status, sentiment, intent, customerId }: CallCriteria): boolean =>
  [status, sentiment, intent, customerId].some((wanted) => wanted !== undefined);

async function sayingAmongOthers(tx: Tx, criteria: CallCriteria, search: string): Promise<Saying> {
  const ids = await idsSaying(tx, criteria, search, { after: undefined, most: MOST_NAMED + 1 });
  return ids.length <= MOST_NAMED ? { ids } : { everyCallIsAsked: search };
}

/** For counting: where neither the words nor the rest narrow much, all calls with the words are gone through at once. */
async function sayingAmongAll(
  tx: Tx,
  tenantId: TenantId,
  criteria: CallCriteria,
  search: string,
): Promise<Saying> {
  const saying = await sayingAmongOthers(tx, criteria, search);
  if ('ids' in saying) return saying;
  const others = callsMeeting(tx.db, tenantId, criteria)
    .calls.select('c.id')
    .limit(MOST_NAMED + 1);
  const { amount } = await tx.db
    .selectFrom(others.as('others'))
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  return amount <= MOST_NAMED ? saying : { allAreJoined: search };
}

/** The newest calls in which something was said. */
async function idsSaying(
  { db }: Tx,
  { since, before }: CallCriteria,
  search: string,
  { after, most }: { after: Keyset | undefined; most: number },
): Promise<CallId[]> {
  const said = await db
    .selectFrom(callsSaying(search, { since, before, after, most }).as('said'))
    .select('said.saidIn as id')
    .orderBy('said.saidAt', 'desc')
    .orderBy('said.saidIn', 'desc')
    .limit(most)
    .execute();
  return said.map(({ id }) => id);
}

/** The transcripts of calls, each in its order. */
export function findTurns(
  { db }: Tx,
  calls: readonly { tenantId: TenantId; id: CallId }[],
): Promise<(TurnType & { callId: CallId })[]> {
  return db
    .selectFrom('turns as t')
    .leftJoinLateral(
      ({ selectFrom, ref }) =>
        selectFrom('exchanges as e')
          .select(
            sql<number>`greatest(0, round(extract(epoch from ${ref('t.at')} - e.asked_at) * 1000))::int`.as(
              'replyMs',
            ),
          )
          .where('t.speaker', '=', 'AGENT')
          .whereRef('e.tenantId', '=', 't.tenantId')
          .whereRef('e.callId', '=', 't.callId')
          .whereRef('e.lineNumber', '=', 't.number')
          .limit(1)
          .as('e'),
      (on) => on.onTrue(),
    )
    .select([
      't.callId',
      't.id',
      't.number',
      't.speaker',
      't.text',
      't.at',
      't.confidence',
      't.source',
      'e.replyMs',
    ])
    .where(({ ref }) => isAmong([ref('t.tenantId'), ref('t.callId')], calls))
    .orderBy('t.callId')
    .orderBy('t.number')
    .execute();
}
