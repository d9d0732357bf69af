import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { UserId } from '../../infra/ids.ts';
import { anyOf } from '../../infra/tables.ts';
import { findNumbers, type PhoneNumberRow } from './phone-number.store.ts';

/** A request's numbers by id. */
export function phoneNumberLoader(
  context: Context,
  database: Database,
): DataLoader<string, PhoneNumberRow | undefined> {
  return loaderOf(
    context,
    phoneNumberLoader,
    () =>
      new DataLoader(async (ids) => {
        const rows = await database.within(reachOf(viewerOf(context)), (tx) => findNumbers(tx, ids));
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id));
      }),
  );
}

/** E-mail addresses of those who ordered, by their ids. */
export function buyerLoader(context: Context, database: Database): DataLoader<UserId, string | undefined> {
  return loaderOf(
    context,
    buyerLoader,
    () =>
      new DataLoader(async (ids) => {
        const rows = await database.within(reachOf(viewerOf(context)), ({ db }) =>
          db.selectFrom('users').select(['id', 'email']).where('id', '=', anyOf(ids)).execute(),
        );
        const byId = new Map(rows.map(({ id, email }) => [id, email]));
        return ids.map((id) => byId.get(id));
      }),
  );
}
