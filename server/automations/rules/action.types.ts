import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserId } from '../../infra/ids.ts';
import type { Action } from '../automation.ts';

@ObjectType('WebhookAction')
export class WebhookActionType {
  @Field(() => String, {
    nullable: true,
    description: 'May hold fields behind its host. Null for staff, who don’t read addresses.',
  })
  url!: string | null;

  @Field(() => Boolean, {
    description: 'Whether deliveries are signed; the secret itself is never returned.',
  })
  hasSecret!: boolean;
}

@ObjectType('EmailAction')
export class EmailActionType {
  @Field(() => String, {
    nullable: true,
    description: 'One address, or several parted by commas. Null for staff.',
  })
  to!: string | null;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  body!: string;
}

/** The assignee comes from FollowUpActionResolver. */
@ObjectType('FollowUpAction')
export class FollowUpActionType {
  @Field(() => String)
  title!: string;

  @Field(() => Int)
  dueInHours!: number;

  @Field(() => ID, { nullable: true })
  assigneeId!: UserId | null;
}

@ObjectType('SmsAction')
export class SmsActionType {
  @Field(() => String, { nullable: true, description: 'Null: the caller; and for staff.' })
  to!: string | null;

  @Field(() => Boolean)
  isToCaller!: boolean;

  @Field(() => String)
  text!: string;
}

@ObjectType('AutomationAction', { description: 'Exactly one of these is set.' })
export class AutomationActionType {
  @Field(() => ID)
  id!: string;

  @Field(() => WebhookActionType, { nullable: true })
  webhook!: WebhookActionType | null;

  @Field(() => EmailActionType, { nullable: true })
  email!: EmailActionType | null;

  @Field(() => FollowUpActionType, { nullable: true })
  followUp!: FollowUpActionType | null;

  @Field(() => String, { nullable: true })
  tagCustomer!: string | null;

  @Field(() => SmsActionType, { nullable: true })
  sms!: SmsActionType | null;
}

/** An action as the API has it. @param withAddresses without them for staff: `seesAddresses` */
export const actionType = (
  { id, spec, hasSecret }: Action,
  withAddresses: boolean,
): AutomationActionType => ({
  id,
  webhook: spec.kind === 'WEBHOOK' ? { url: withAddresses ? spec.url : null, hasSecret } : null,
  email: spec.kind === 'EMAIL' ? { ...spec, to: withAddresses ? spec.to.join(', ') : null } : null,
  followUp: spec.kind === 'FOLLOW_UP' ? spec : null,
  tagCustomer: spec.kind === 'TAG_CUSTOMER' ? spec.tag : null,
  sms:
    spec.kind === 'SMS'
      ? { ...spec, to: withAddresses ? spec.to : null, isToCaller: spec.to === null }
      : null,
});
