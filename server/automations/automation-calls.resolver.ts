import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../auth/access.ts';
import { CallType } from '../calls/call.types.ts';
import { followedCallLoader, personLoader } from '../follow-ups/follow-up.loaders.ts';
import { FollowUpPersonType } from '../follow-ups/follow-up.types.ts';
import type { Database } from '../infra/database.ts';
import type { CallId } from '../infra/ids.ts';
import { seesAddresses } from './addresses.ts';
import { AutomationRunType, DeliveryType } from './automation-history.types.ts';
import { FollowUpActionType } from './rules/action.types.ts';

/** What runs are about. */
@Resolver(() => AutomationRunType)
export class AutomationRunResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => CallType, { nullable: true })
  call(@Root() { callId }: { callId: CallId }, @Ctx() context: Context) {
    return followedCallLoader(context, this.database).load(callId);
  }
}

/** What deliveries are about. */
@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => String, { nullable: true })
  target(@Root() { target }: DeliveryType, @Ctx() context: Context) {
    return seesAddresses(context) ? target : null;
  }

  @FieldResolver(() => String, { nullable: true })
  problem(@Root() { problem }: DeliveryType, @Ctx() context: Context) {
    return seesAddresses(context) ? problem : null;
  }

  @FieldResolver(() => CallType, { nullable: true })
  call(@Root() { callId }: { callId: CallId }, @Ctx() context: Context) {
    return followedCallLoader(context, this.database).load(callId);
  }
}

/** The user who is to follow up. */
@Resolver(() => FollowUpActionType)
export class FollowUpActionResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => FollowUpPersonType, { nullable: true })
  assignee(@Root() { assigneeId }: FollowUpActionType, @Ctx() context: Context) {
    return assigneeId === null ? null : personLoader(context, this.database).load(assigneeId);
  }
}
