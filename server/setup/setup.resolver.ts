import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import type { SetupService } from './setup.service.ts';
import { SetupCheckType } from './setup.types.ts';

@Resolver()
export class SetupResolver {
  constructor(private readonly service: SetupService) {}

  @Query(() => [SetupCheckType], {
    description: 'Why calls don’t arrive or don’t go on, in the order that a call takes.',
  })
  @Allow(...EVERY_ROLE)
  setupChecks(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.service.checks(viewerOf(context), tenantId);
  }
}
