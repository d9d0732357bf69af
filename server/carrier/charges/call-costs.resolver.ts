import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { tenantLoader } from '../../tenants/tenant.loader.ts';
import { TenantType } from '../../tenants/tenant.types.ts';
import type { CallCostService, CallCosts, TenantMonthCost } from './call-costs.service.ts';
import { CallCostsType, TenantMonthCallCostsType } from './call-costs.types.ts';
import { callCostsCsv } from './call-costs-csv.ts';

@Resolver(() => TenantMonthCallCostsType)
export class CallCostsResolver {
  constructor(
    private readonly costs: CallCostService,
    private readonly database: Database,
  ) {}

  @Query(() => CallCostsType, { description: 'What calls cost, by tenant and month, and in all.' })
  @Allow('SUPER_ADMIN')
  callCosts(@Arg('months', () => Int, { defaultValue: 12 }) months: number): Promise<CallCosts> {
    return this.costs.costs(months);
  }

  @Query(() => String, { description: 'The same for a spreadsheet, as CSV with a heading.' })
  @Allow('SUPER_ADMIN')
  async callCostsCsv(@Arg('months', () => Int, { defaultValue: 12 }) months: number): Promise<string> {
    const { tenants } = await this.costs.costs(months);
    return callCostsCsv(tenants);
  }

  @FieldResolver(() => TenantType)
  tenant(@Root() { tenantId }: TenantMonthCost, @Ctx() context: Context) {
    return tenantLoader(context, this.database).load(tenantId);
  }
}
