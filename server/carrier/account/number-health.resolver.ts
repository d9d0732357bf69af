import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, viewerOf } from '../../auth/access.ts';
import type { NumberHealthNow, NumberHealthService } from './number-health.service.ts';
import { NumberHealthType } from './number-health.types.ts';

@Resolver()
export class NumberHealthResolver {
  constructor(private readonly health: NumberHealthService) {}

  @Query(() => [NumberHealthType], {
    description: 'How a tenant’s real numbers in use are seen; asked of Vobiz every ten minutes at most.',
  })
  @Allow(...ADMINS)
  numberHealth(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ): Promise<NumberHealthNow[]> {
    return this.health.of(viewerOf(context), tenantId);
  }
}
