import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import type { TenantErasure } from './tenant-erasure.ts';

@Resolver()
export class TenantErasureResolver {
  constructor(private readonly erasure: TenantErasure) {}

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
