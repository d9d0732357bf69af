import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import { seesAddresses } from './addresses.ts';
import type { AutomationHistoryService } from './automation-history.service.ts';
import {
  AutomationRunConnection,
  DeliveryConnection,
  DeliveryStatusEnum,
  DeliveryType,
  DryRunType,
} from './automation-history.types.ts';
import type { DeliveryStatus } from './deliveries/delivery.ts';

@Resolver()
export class AutomationHistoryResolver {
  constructor(private readonly history: AutomationHistoryService) {}

  @Query(() => AutomationRunConnection, {
    description: 'What an automation made of calls, the newest first; kept for 90 days.',
  })
  @Allow(...EVERY_ROLE)
  automationRuns(
    @Ctx() context: Context,
    @Arg('automationId', () => ID) automationId: string,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return this.history.runs(viewerOf(context), automationId, { first, after });
  }

  @Query(() => DeliveryConnection, { description: 'The newest first; kept for 90 days.' })
  @Allow(...EVERY_ROLE)
  webhookDeliveries(
    @Ctx() context: Context,
    @Arg('automationId', () => ID) automationId: string,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('status', () => DeliveryStatusEnum, { nullable: true }) status?: DeliveryStatus | null,
  ) {
    const filter = { kind: 'WEBHOOK', status: status ?? null } as const;
    return this.history.deliveries(viewerOf(context), automationId, filter, { first, after });
  }

  @Query(() => DeliveryConnection, { description: 'The same for e-mails.' })
  @Allow(...EVERY_ROLE)
  emailDeliveries(
    @Ctx() context: Context,
    @Arg('automationId', () => ID) automationId: string,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('status', () => DeliveryStatusEnum, { nullable: true }) status?: DeliveryStatus | null,
  ) {
    const filter = { kind: 'EMAIL', status: status ?? null } as const;
    return this.history.deliveries(viewerOf(context), automationId, filter, { first, after });
  }

  @Query(() => DeliveryConnection, { description: 'The same for text messages.' })
  @Allow(...EVERY_ROLE)
  smsDeliveries(
    @Ctx() context: Context,
    @Arg('automationId', () => ID) automationId: string,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('status', () => DeliveryStatusEnum, { nullable: true }) status?: DeliveryStatus | null,
  ) {
    const filter = { kind: 'SMS', status: status ?? null } as const;
    return this.history.deliveries(viewerOf(context), automationId, filter, { first, after });
  }

  @Query(() => DryRunType, { description: 'What an automation would make of a call; nothing of it is done.' })
  @Allow(...EVERY_ROLE)
  async tryAutomation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('callId', () => ID) callId: string,
  ): Promise<DryRunType> {
    const run = await this.history.try(viewerOf(context), id, callId);
    const hides = (kind: string) => kind !== 'TAG_CUSTOMER' && !seesAddresses(context);
    const actions = run.actions.map((action) => (hides(action.kind) ? { ...action, target: null } : action));
    return { ...run, actions };
  }

  @Mutation(() => DeliveryType, {
    description:
      'Makes a delivery that has ended once more: by what its action says now, and under an id of its own.',
  })
  @Allow(...ADMINS)
  redeliver(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.history.redeliver(id, context);
  }
}
