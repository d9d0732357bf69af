import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { CallType } from '../calls/call.types.ts';
import { findCalls } from '../calls/history/call-list.store.ts';
import type { Database, Tx } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { CallId, CustomerId, TenantId, UserId } from '../infra/ids.ts';
import { type FollowUpRow, findFollowUpsOf } from './follow-up.store.ts';
import { type FollowUpPerson, findPeople } from './follow-up-people.store.ts';

/** A request's calls that follow-ups are about: one statement, however many. */
export const followedCallLoader = (
  context: Context,
  database: Database,
): DataLoader<CallId, CallType | null> =>
  loaderOf(context, followedCallLoader, () => byId(context, database, findCalls));

type Owner = { tenantId: TenantId; id: CallId | CustomerId };

/** A request's follow-ups by the call that they are about: one statement, however many calls. */
export const followUpsOfCallLoader = (context: Context, database: Database) =>
  loaderOf(context, followUpsOfCallLoader, () => byOwner(context, database, 'call'));

/** A request's follow-ups by customer. */
export const followUpsOfCustomerLoader = (context: Context, database: Database) =>
  loaderOf(context, followUpsOfCustomerLoader, () => byOwner(context, database, 'customer'));

function byOwner(
  context: Context,
  database: Database,
  whose: 'call' | 'customer',
): DataLoader<Owner, FollowUpRow[], string> {
  return new DataLoader(
    (owners) => database.within(reachOf(viewerOf(context)), (tx) => findFollowUpsOf(tx, whose, owners)),
    { cacheKeyFn: ({ id }) => id },
  );
}

/** A request's people who have follow-ups or settled them. */
export const personLoader = (
  context: Context,
  database: Database,
): DataLoader<UserId, FollowUpPerson | null> =>
  loaderOf(context, personLoader, () => byId(context, database, findPeople));

function byId<Id extends string, Row extends { id: Id }>(
  context: Context,
  database: Database,
  find: (tx: Tx, ids: readonly Id[]) => Promise<Row[]>,
): DataLoader<Id, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = await database.within(reachOf(viewerOf(context)), (tx) => find(tx, ids));
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
