import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context } from '../../auth/access.ts';
import type { CustomerErasure } from './customer-erasure.ts';

@Resolver()
export class CustomerErasureResolver {
  constructor(private readonly erasure: CustomerErasure) {}

  @Mutation(() => Boolean, {
    description:
      'Erases a person: the customer, the number and every word of their calls. It can’t be undone.',
  })
  @Allow(...ADMINS)
  async eraseCustomer(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.erasure.erase(id, context);
    return true;
  }
}
