import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import type { CustomerService } from './customer.service.ts';
import { CustomerConnection, CustomerType, UpdateCustomerInput } from './customer.types.ts';

@Resolver(() => CustomerType)
export class CustomerResolver {
  constructor(private readonly service: CustomerService) {}

  @Query(() => CustomerConnection, { description: 'The people who called, by latest call first.' })
  @Allow(...EVERY_ROLE)
  customers(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('search', () => String, { nullable: true, description: 'In names, numbers, notes and tags.' })
    search?: string | null,
  ) {
    return this.service.list(viewerOf(context), tenantId, { first, after, search });
  }

  @Query(() => CustomerType)
  @Allow(...EVERY_ROLE)
  customer(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.service.get(viewerOf(context), id);
  }

  @Mutation(() => CustomerType, {
    description:
      'Staff may change the notes, and whether they may be told; admins the name and the tags as well.',
  })
  @Allow(...EVERY_ROLE)
  updateCustomer(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput,
  ) {
    return this.service.update(id, input, context);
  }
}
