import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context } from '../../auth/access.ts';
import type { TenantErasure } from './tenant-erasure.ts';
import type { TenantExport } from './tenant-export.ts';

@Resolver()
export class TenantErasureResolver {
  constructor(
    private readonly erasure: TenantErasure,
    private readonly tenantExport: TenantExport,
  ) {}

  @Mutation(() => Boolean, {
    description:
      'Whether GET /export may be asked for: refused as that is, with extensions.reason SECOND_FACTOR_NEEDED where a code is to be given again.',
  })
  @Allow(...ADMINS)
  prepareExport(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ): boolean {
    this.tenantExport.check(tenantId, context);
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Erases a tenant with its people, customers, calls and all else. It can’t be undone. Numbers are to be released before.',
  })
  @Allow('SUPER_ADMIN')
  async eraseTenant(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('confirmSlug', () => String, {
      description: 'The tenant’s slug, typed by the super admin who means it.',
    })
    confirmSlug: string,
  ): Promise<boolean> {
    await this.erasure.erase(id, confirmSlug, context);
    return true;
  }
}
