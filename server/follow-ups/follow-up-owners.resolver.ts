import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../auth/access.ts';
import { CallType } from '../calls/call.types.ts';
import type { CustomerRow } from '../customers/customer.store.ts';
import { CustomerType } from '../customers/customer.types.ts';
import type { Database } from '../infra/database.ts';
import { followUpsOfCallLoader, followUpsOfCustomerLoader } from './follow-up.loaders.ts';
import type { FollowUpRow } from './follow-up.store.ts';
import { FollowUpType } from './follow-up.types.ts';

const ORDER = 'Open ones by when they are due, then settled ones, the newest first; at most 50.';

/** What there is to do about a call. */
@Resolver(() => CallType)
export class CallFollowUpsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [FollowUpType], { description: ORDER })
  followUps(@Root() call: CallType, @Ctx() context: Context): Promise<FollowUpRow[]> {
    return followUpsOfCallLoader(context, this.database).load(call);
  }
}

/** What there is to do for a customer. */
@Resolver(() => CustomerType)
export class CustomerFollowUpsResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [FollowUpType], { description: ORDER })
  followUps(@Root() customer: CustomerRow, @Ctx() context: Context): Promise<FollowUpRow[]> {
    return followUpsOfCustomerLoader(context, this.database).load(customer);
  }
}
