import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserId } from '../../infra/ids.ts';
import type { Action } from '../automation.ts';

@ObjectType('WebhookAction')
export class WebhookActionType {
  @Field(() => String, { description: 'May hold fields behind its host.' })
  url!: string;

  @Field(() => Boolean, {
    description: 'Whether deliveries are signed; the secret itself is never returned.',
  })
  hasSecret!: boolean;
}

@ObjectType('EmailAction')
export class EmailActionType {
  @Field(() => String, { description: 'One address, or several parted by commas.' })
  to!: string;

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
  @Field(() => String, { nullable: true, description: 'Null: the caller.' })
  to!: string | null;

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

/** An action as the API has it. */
export const actionType = ({ id, spec, hasSecret }: Action): AutomationActionType => ({
  id,
  webhook: spec.kind === 'WEBHOOK' ? { url: spec.url, hasSecret } : null,
  email: spec.kind === 'EMAIL' ? { ...spec, to: spec.to.join(', ') } : null,
  followUp: spec.kind === 'FOLLOW_UP' ? spec : null,
  tagCustomer: spec.kind === 'TAG_CUSTOMER' ? spec.tag : null,
  sms: spec.kind === 'SMS' ? spec : null,
});
