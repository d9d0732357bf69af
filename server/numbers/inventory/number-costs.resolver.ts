import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { tenantLoader } from '../../tenants/tenant.loader.ts';
import { TenantType } from '../../tenants/tenant.types.ts';
import type { NumberCostService, NumberCosts, TenantCosts } from './number-costs.service.ts';
import { NumberCostsType, TenantNumberCostsType } from './number-costs.types.ts';

@Resolver(() => TenantNumberCostsType)
export class NumberCostsResolver {
  constructor(
    private readonly costs: NumberCostService,
    private readonly database: Database,
  ) {}

  @Query(() => NumberCostsType, { description: 'Monthly costs of bought numbers, by tenant and in all.' })
  @Allow('SUPER_ADMIN')
  numberCosts(
    @Arg('demo', () => Boolean, {
      nullable: true,
      description: 'Whether of demo numbers; left out, as the marketplace’s mode is.',
    })
    demo?: boolean | null,
  ): Promise<NumberCosts> {
    return this.costs.costs(demo);
  }

  @FieldResolver(() => TenantType)
  tenant(@Root() { tenantId }: TenantCosts, @Ctx() context: Context) {
    return tenantLoader(context, this.database).load(tenantId);
  }
}
