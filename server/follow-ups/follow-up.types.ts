import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { UserId } from '../infra/ids.ts';
import {
  FOLLOW_UP_REASONS,
  FOLLOW_UP_STATUSES,
  type FollowUpReason,
  type FollowUpStatus,
} from './follow-up.entity.ts';

export const FollowUpStatusEnum = enumOf('FollowUpStatus', FOLLOW_UP_STATUSES);
const FollowUpReasonEnum = enumOf(
  'FollowUpReason',
  FOLLOW_UP_REASONS,
  'What made it. EMERGENCY and HUMAN_REQUESTED come while the caller is on the line; CALL comes after a call.',
);

@ObjectType('FollowUpPerson', { description: 'A user who may be asked to follow up.' })
export class FollowUpPersonType {
  @Field(() => ID)
  id!: UserId;

  @Field(() => String)
  name!: string;
}

/** Call, customer and people come from FollowUpResolver. */
@ObjectType('FollowUp', { description: 'Something that a person at the business is to do after a call.' })
export class FollowUpType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => FollowUpStatusEnum)
  status!: FollowUpStatus;

  @Field(() => FollowUpReasonEnum)
  reason!: FollowUpReason;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | null;

  @Field(() => String, { description: 'What the caller said about it; empty once that is forgotten.' })
  said!: string;

  @Field(() => String, { description: 'What people wrote about it.' })
  notes!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done or dismissed.' })
  settledAt!: Date | null;
}

@InputType()
export class CreateFollowUpInput {
  @Field(() => ID, { nullable: true, description: 'A super admin names the tenant.' })
  tenantId?: string | null;

  @Field(() => String, { description: 'At most 200 characters.' })
  title!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: Date | null;

  @Field(() => ID, { nullable: true })
  callId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out, the call’s.' })
  customerId?: string | null;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  notes?: string | null;
}
