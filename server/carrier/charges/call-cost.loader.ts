import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { isAmong } from '../../infra/tables.ts';
import { type Money, moneyOfMicros } from '../../numbers/money.ts';

type CallKey = { tenantId: TenantId; id: CallId };

/** What is known of a call's charge: the amount, or why there is none. */
export type CallCost = { cost: Money | null; problem: string | null };

/** A request's costs by call: one statement, however many calls are asked about. */
export function costLoader(
  context: Context,
  database: Database,
): DataLoader<CallKey, CallCost | undefined, string> {
  return loaderOf(
    context,
    costLoader,
    () =>
      new DataLoader(
        async (calls) => {
          const rows = await database.within(reachOf(viewerOf(context)), ({ db }) =>
            db
              .selectFrom('callCharges')
              .select(['callId', 'status', 'amountMicros', 'currency', 'reason'])
              .where(({ ref }) => isAmong([ref('tenantId'), ref('callId')], calls))
              .execute(),
          );
          const byCall = new Map(rows.map((row) => [row.callId, row]));
          return calls.map(({ id }) => {
            const row = byCall.get(id);
            if (!row) return undefined;
            const { status, amountMicros, currency, reason } = row;
            const isKnown = status === 'KNOWN' && amountMicros !== null && currency !== null;
            return {
              cost: isKnown ? moneyOfMicros(amountMicros, currency) : null,
              problem: status === 'WAITING' ? null : reason,
            };
          });
        },
        { cacheKeyFn: ({ id }) => id },
      ),
  );
}
