import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { loaderOf } from '../infra/graphql/loaders.ts';
import type { CustomerId } from '../infra/ids.ts';
import { type CustomerRow, findCustomers } from './customer.store.ts';

/** A request's customers by id: one statement, however many are asked for. */
export function customerLoader(
  context: Context,
  database: Database,
): DataLoader<CustomerId, CustomerRow | undefined> {
  return loaderOf(
    context,
    customerLoader,
    () =>
      new DataLoader(async (ids) => {
        const rows = await database.within(reachOf(viewerOf(context)), (tx) => findCustomers(tx, ids));
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id));
      }),
  );
}
