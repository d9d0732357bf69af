import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ADMINS, Allow, type Context, EVERY_ROLE, tenantFor, viewerOf } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { PersonaType } from './personas/persona.types.ts';
import { personaLoader } from './tenant.loader.ts';
import type { TenantService } from './tenant.service.ts';
import type { TenantRow } from './tenant.store.ts';
import {
  CreateTenantInput,
  TenantConnection,
  TenantType,
  UpdateBusinessInput,
  UpdateTenantInput,
} from './tenant.types.ts';

@Resolver(() => TenantType)
export class TenantResolver {
  constructor(
    private readonly service: TenantService,
    private readonly database: Database,
  ) {}

  @Query(() => TenantConnection, { description: 'All tenants, the newest first.' })
  @Allow('SUPER_ADMIN')
  tenants(
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or slug.' })
    search?: string | null,
  ) {
    return this.service.list({ first, after, search });
  }

  @Query(() => TenantType, { description: 'Without an id, the tenant of the user who is signed in.' })
  @Allow(...EVERY_ROLE)
  tenant(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true }) id?: string | null,
  ): Promise<TenantRow> {
    return this.service.get(viewerOf(context), id);
  }

  @Mutation(() => TenantType, { description: 'Makes a tenant that can be called at once.' })
  @Allow('SUPER_ADMIN')
  createTenant(
    @Ctx() context: Context,
    @Arg('input', () => CreateTenantInput) input: CreateTenantInput,
  ): Promise<TenantRow> {
    return this.service.create(input, context);
  }

  @Mutation(() => TenantType, {
    description: 'Changes what is given; a suspended tenant’s calls are turned away.',
  })
  @Allow('SUPER_ADMIN')
  updateTenant(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTenantInput) input: UpdateTenantInput,
  ): Promise<TenantRow> {
    return this.service.update(id, input, context);
  }

  @Mutation(() => TenantType, {
    description: 'What a tenant’s admin may change of the own tenant; a super admin names one.',
  })
  @Allow(...ADMINS)
  updateBusiness(
    @Ctx() context: Context,
    @Arg('input', () => UpdateBusinessInput) input: UpdateBusinessInput,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ): Promise<TenantRow> {
    return this.service.update(tenantFor(viewerOf(context), tenantId), input, context);
  }

  @FieldResolver(() => PersonaType)
  persona(@Root() { id }: TenantRow, @Ctx() context: Context) {
    return personaLoader(context, this.database).load(id);
  }
}
