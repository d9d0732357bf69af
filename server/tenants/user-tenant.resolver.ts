import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../auth/access.ts';
import { UserType } from '../auth/auth.types.ts';
import type { Database } from '../infra/database.ts';
import { tenantLoader } from './tenant.loader.ts';
import type { TenantRow } from './tenant.store.ts';
import { TenantType } from './tenant.types.ts';

/** What tenants add to a user. */
@Resolver(() => UserType)
export class UserTenantResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => TenantType, { nullable: true, description: 'Null for super admins.' })
  async tenant(@Root() user: UserType, @Ctx() context: Context): Promise<TenantRow | null> {
    if (user.tenantId === null) return null;
    return (await tenantLoader(context, this.database).load(user.tenantId)) ?? null;
  }
}
