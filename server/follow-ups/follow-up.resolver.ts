import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import { CallType } from '../calls/call.types.ts';
import { customerLoader } from '../customers/customer.loader.ts';
import type { CustomerRow } from '../customers/customer.store.ts';
import { CustomerType } from '../customers/customer.types.ts';
import type { Database } from '../infra/database.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { FollowUpStatus } from './follow-up.entity.ts';
import { followedCallLoader, personLoader } from './follow-up.loaders.ts';
import { type FollowUpService, MOST } from './follow-up.service.ts';
import type { FollowUpRow } from './follow-up.store.ts';
import {
  CreateFollowUpInput,
  FollowUpPersonType,
  FollowUpStatusEnum,
  FollowUpType,
} from './follow-up.types.ts';

@Resolver(() => FollowUpType)
export class FollowUpResolver {
  constructor(
    private readonly service: FollowUpService,
    private readonly database: Database,
  ) {}

  @Query(() => [FollowUpType], {
    description: 'Open ones by when they are due, then settled ones, the newest first.',
  })
  @Allow(...EVERY_ROLE)
  followUps(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId: string | null | undefined,
    @Arg('status', () => FollowUpStatusEnum, { nullable: true }) status: FollowUpStatus | null | undefined,
    @Arg('first', () => Int, { defaultValue: MOST, description: `1 to ${MOST}.` }) first: number,
  ) {
    return this.service.list(viewerOf(context), tenantId, { status, first });
  }

  @Query(() => [FollowUpPersonType], { description: 'Who may be asked to follow up, by name.' })
  @Allow(...EVERY_ROLE)
  followUpAssignees(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.service.assignees(viewerOf(context), tenantId);
  }

  @Mutation(() => FollowUpType)
  @Allow(...EVERY_ROLE)
  createFollowUp(
    @Ctx() context: Context,
    @Arg('input', () => CreateFollowUpInput) input: CreateFollowUpInput,
  ) {
    return this.service.create(viewerOf(context), input);
  }

  @Mutation(() => FollowUpType, { description: 'Settles a follow-up, or opens it again.' })
  @Allow(...EVERY_ROLE)
  setFollowUpStatus(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('status', () => FollowUpStatusEnum) status: FollowUpStatus,
  ) {
    return this.service.setStatus(viewerOf(context), id, status);
  }

  @Mutation(() => FollowUpType, { description: 'Without a user, it is assigned to no user.' })
  @Allow(...EVERY_ROLE)
  assignFollowUp(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('userId', () => ID, { nullable: true }) userId?: string | null,
  ) {
    return this.service.assign(viewerOf(context), id, userId);
  }

  @Mutation(() => FollowUpType, { description: 'Without an instant, it is never due.' })
  @Allow(...EVERY_ROLE)
  setFollowUpDue(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('dueAt', () => DateTimeScalar, { nullable: true }) dueAt?: Date | null,
  ) {
    return this.service.setDue(viewerOf(context), id, dueAt);
  }

  @Mutation(() => FollowUpType, { description: 'Replaces the notes; at most 5,000 characters.' })
  @Allow(...EVERY_ROLE)
  noteFollowUp(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('notes', () => String) notes: string,
  ) {
    return this.service.note(viewerOf(context), id, notes);
  }

  @FieldResolver(() => CallType, { nullable: true })
  async call(@Root() { callId }: FollowUpRow, @Ctx() context: Context): Promise<CallType | null> {
    return callId === null ? null : followedCallLoader(context, this.database).load(callId);
  }

  @FieldResolver(() => CustomerType, { nullable: true })
  async customer(@Root() { customerId }: FollowUpRow, @Ctx() context: Context): Promise<CustomerRow | null> {
    if (customerId === null) return null;
    return (await customerLoader(context, this.database).load(customerId)) ?? null;
  }

  @FieldResolver(() => FollowUpPersonType, { nullable: true })
  async assignee(@Root() { assigneeId }: FollowUpRow, @Ctx() context: Context) {
    return assigneeId === null ? null : personLoader(context, this.database).load(assigneeId);
  }

  @FieldResolver(() => FollowUpPersonType, {
    nullable: true,
    description: 'Who did or dismissed it; null also where that was a super admin.',
  })
  async settledBy(@Root() { settledBy }: FollowUpRow, @Ctx() context: Context) {
    return settledBy === null ? null : personLoader(context, this.database).load(settledBy);
  }
}
