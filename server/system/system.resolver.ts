import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context } from '../auth/access.ts';
import type { SystemService } from './system.service.ts';
import { SystemStatusType } from './system.types.ts';

@Resolver()
export class SystemResolver {
  constructor(private readonly service: SystemService) {}

  @Query(() => SystemStatusType, {
    description: 'Health, versions, and jobs that wait or have failed for good.',
  })
  @Allow('SUPER_ADMIN')
  systemStatus() {
    return this.service.read();
  }

  @Mutation(() => Boolean, { description: 'Tries a dead job again.' })
  @Allow('SUPER_ADMIN')
  async retryDeadJob(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    await this.service.retry(id, context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Deletes a dead job: what it was to do isn’t done any more.' })
  @Allow('SUPER_ADMIN')
  async forgetDeadJob(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    await this.service.forget(id, context);
    return true;
  }
}
