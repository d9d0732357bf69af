import { sql } from 'kysely';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { anyOf, comesAfter, type Db } from '../../infra/tables.ts';
import type { CallCriteria } from './call-criteria.ts';

/** Which calls something was said in: few enough to be named; or each is asked; or all of them are gone through. */
export type Saying = { ids: CallId[] } | { everyCallIsAsked: string } | { allAreJoined: string };

/**
 * Calls `c` that meet criteria, with only what is asked for in the statement, so that each combination gets the plan
 * that fits it. Calls with a sentiment or an intent are walked through in that table's own order, which is the same.
 * @returns the query without what it selects, and the columns that are indexed in the order of the list
 */
export function callsMeeting(
  db: Db,
  tenantId: TenantId,
  { status, sentiment, intent, customerId, since, before }: Omit<CallCriteria, 'search'>,
  { after, saying }: { after?: Keyset | undefined; saying?: Saying | undefined } = {},
) {
  const sort = sortOf(sentiment, intent);
  let calls = db
    .selectFrom('calls as c')
    .where('c.tenantId', '=', tenantId)
    .where(comesAfter([sort.at, sort.id], after));
  if (status !== undefined) calls = calls.where('c.status', '=', status);
  if (customerId !== undefined) calls = calls.where('c.customerId', '=', customerId);
  if (sentiment !== undefined) {
    calls = calls
      .innerJoin('callAnalyses as a', (on) =>
        on.onRef('a.tenantId', '=', 'c.tenantId').onRef('a.callId', '=', 'c.id'),
      )
      .where('a.tenantId', '=', tenantId)
      .where('a.sentiment', '=', sentiment);
  }
  if (intent !== undefined) {
    calls = calls
      .innerJoin('callIntents as i', (on) =>
        on.onRef('i.tenantId', '=', 'c.tenantId').onRef('i.callId', '=', 'c.id'),
      )
      .where('i.tenantId', '=', tenantId)
      .where('i.intent', '=', intent);
  }
  if (since !== undefined) calls = calls.where(sort.at, '>=', since);
  if (before !== undefined) calls = calls.where(sort.at, '<', before);
  if (saying && 'ids' in saying) calls = calls.where('c.id', '=', anyOf(saying.ids));
  if (saying && 'everyCallIsAsked' in saying) {
    calls = calls.where(
      ({ ref }) => sql<boolean>`internal.call_says(${ref('c.id')}, ${saying.everyCallIsAsked})`,
    );
  }
  if (saying && 'allAreJoined' in saying) {
    const bounds = { since, before, after: undefined, most: null };
    calls = calls.innerJoin(callsSaying(saying.allAreJoined, bounds).as('said'), 'said.saidIn', 'c.id');
  }
  return { calls, sort };
}

/** The newest calls in which something was said, as the index of words has them. */
export const callsSaying = (
  search: string,
  {
    since,
    before,
    after,
    most,
  }: Pick<CallCriteria, 'since' | 'before'> & { after: Keyset | undefined; most: number | null },
) => {
  const within = sql.join([since ?? null, before ?? null, after?.at ?? null, after?.id ?? null, most]);
  return sql<{ saidIn: CallId; saidAt: Date }>`internal.calls_saying(${search}, ${within})`;
};

const sortedBy = (at: string, id: string) => ({ at: sql.ref<Date>(at), id: sql.ref<CallId>(id) });

function sortOf(sentiment: unknown, intent: unknown) {
  if (intent !== undefined) return sortedBy('i.startedAt', 'i.callId');
  if (sentiment !== undefined) return sortedBy('a.startedAt', 'a.callId');
  return sortedBy('c.startedAt', 'c.id');
}
