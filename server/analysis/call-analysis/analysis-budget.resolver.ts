import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { TenantId } from '../../infra/ids.ts';
import { TenantType } from '../../tenants/tenant.types.ts';
import { spentToday } from './analysis-budget.store.ts';

/** What analysing calls adds to a tenant. */
@Resolver(() => TenantType)
export class AnalysisBudgetResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Int, {
    description: 'Tokens that analysing calls has taken since midnight on the tenant’s clock.',
  })
  analysisTokensToday(@Root() { id }: TenantType, @Ctx() context: Context): Promise<number> {
    return this.#loader(context).load(id);
  }

  /** All of a request's tenants in one statement. */
  #loader(context: Context): DataLoader<TenantId, number> {
    return loaderOf(
      context,
      AnalysisBudgetResolver,
      () =>
        new DataLoader(async (tenantIds) => {
          const spent = await this.database.within(reachOf(viewerOf(context)), (tx) =>
            spentToday(tx, tenantIds, this.clock.now()),
          );
          return tenantIds.map((id) => spent.get(id) ?? 0);
        }),
    );
  }
}
