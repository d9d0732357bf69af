import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import { customerLoader } from '../customers/customer.loader.ts';
import type { CustomerRow } from '../customers/customer.store.ts';
import { CustomerType } from '../customers/customer.types.ts';
import type { Database } from '../infra/database.ts';
import { tenantLoader } from '../tenants/tenant.loader.ts';
import type { TenantRow } from '../tenants/tenant.store.ts';
import { TenantType } from '../tenants/tenant.types.ts';
import { turnLoader } from './call.loaders.ts';
import { CallConnection, CallFilter, CallType, TurnType } from './call.types.ts';
import type { CallListService } from './history/call-list.service.ts';

@Resolver(() => CallType)
export class CallResolver {
  constructor(
    private readonly service: CallListService,
    private readonly database: Database,
  ) {}

  @Query(() => CallConnection, { description: 'The call log, newest first.' })
  @Allow(...EVERY_ROLE)
  calls(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => CallFilter, { nullable: true }) filter?: CallFilter | null,
  ) {
    return this.service.list(viewerOf(context), tenantId, { first, after, filter });
  }

  @Query(() => CallType)
  @Allow(...EVERY_ROLE)
  call(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.service.get(viewerOf(context), id);
  }

  @FieldResolver(() => [TurnType], { description: 'The transcript, in its order.' })
  turns(@Root() call: CallType, @Ctx() context: Context): Promise<TurnType[]> {
    return turnLoader(context, this.database).load(call);
  }

  @FieldResolver(() => TenantType)
  async tenant(@Root() call: CallType, @Ctx() context: Context): Promise<TenantRow> {
    const tenant = await tenantLoader(context, this.database).load(call.tenantId);
    if (!tenant) throw new Error('A call without its tenant');
    return tenant;
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Null for an anonymous caller.' })
  async customer(@Root() call: CallType, @Ctx() context: Context): Promise<CustomerRow | null> {
    if (call.customerId === null) return null;
    return (await customerLoader(context, this.database).load(call.customerId)) ?? null;
  }
}
