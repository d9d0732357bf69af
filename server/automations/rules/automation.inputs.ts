import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { IntentEnum } from '../../calls/call.types.ts';
import { E164Scalar, UrlScalar } from '../../infra/graphql/scalars.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Intent } from '../../understanding/intents/intents.ts';
import type { AutomationTrigger, CustomerKind } from '../automation.ts';
import { AutomationTriggerEnum, CustomerKindEnum } from '../automation.types.ts';

@InputType()
export class WebhookActionInput {
  @Field(() => UrlScalar, { description: 'May hold fields behind its host, as ?from={{call.from}}.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Signs deliveries. Left out where the action’s id is given, it stays; null clears it.',
  })
  secret?: string | null;
}

@InputType()
export class EmailActionInput {
  @Field(() => String, { description: 'One address, or up to five parted by commas.' })
  to!: string;

  @Field(() => String, { description: 'May hold fields, as {{customer.name}}.' })
  subject!: string;

  @Field(() => String, { description: 'Plain text; may hold fields.' })
  body!: string;
}

@InputType()
export class FollowUpActionInput {
  @Field(() => String, { description: 'May hold fields.' })
  title!: string;

  @Field(() => Int, { defaultValue: 24 })
  dueInHours!: number;

  @Field(() => ID, { nullable: true, description: 'A user of the tenant.' })
  assigneeId?: string | null;
}

@InputType()
export class SmsActionInput {
  @Field(() => E164Scalar, { nullable: true, description: 'Left out: the caller.' })
  to?: E164 | null;

  @Field(() => String, { description: 'May hold fields.' })
  text!: string;
}

@InputType({ description: 'Exactly one of these is set, beside the id.' })
export class AutomationActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Of the action that this one takes the place of in updateAutomation.',
  })
  id?: string | null;

  @Field(() => WebhookActionInput, { nullable: true })
  webhook?: WebhookActionInput | null;

  @Field(() => EmailActionInput, { nullable: true })
  email?: EmailActionInput | null;

  @Field(() => FollowUpActionInput, { nullable: true })
  followUp?: FollowUpActionInput | null;

  @Field(() => String, { nullable: true })
  tagCustomer?: string | null;

  @Field(() => SmsActionInput, { nullable: true })
  sms?: SmsActionInput | null;
}

@InputType({ description: 'Both ends belong to it; what is left out is no limit.' })
export class AutomationRangeInput {
  @Field(() => Float, { nullable: true })
  min?: number | null;

  @Field(() => Float, { nullable: true })
  max?: number | null;
}

@InputType({
  description: 'On the tenant’s clock, as 09:30. `until` doesn’t belong to it, and may be on the next day.',
})
export class AutomationTimeOfDayInput {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  until!: string;
}

@InputType({ description: 'All that is given must hold.' })
export class AutomationConditionsInput {
  @Field(() => AutomationRangeInput, { nullable: true, description: '-1 to 1.' })
  sentimentScore?: AutomationRangeInput | null;

  @Field(() => AutomationRangeInput, { nullable: true })
  durationSeconds?: AutomationRangeInput | null;

  @Field(() => AutomationTimeOfDayInput, { nullable: true, description: 'When the call began.' })
  timeOfDay?: AutomationTimeOfDayInput | null;

  @Field(() => CustomerKindEnum, { nullable: true })
  customer?: CustomerKind | null;

  @Field(() => String, { nullable: true, description: 'One of the customer’s, whatever its case.' })
  tag?: string | null;
}

@InputType()
export class CreateAutomationInput {
  @Field(() => ID, { nullable: true, description: 'A super admin names the tenant.' })
  tenantId?: string | null;

  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;

  @Field(() => AutomationTriggerEnum)
  trigger!: AutomationTrigger;

  @Field(() => [IntentEnum], { nullable: true, description: 'One of them must have come up.' })
  intents?: Intent[] | null;

  @Field(() => AutomationConditionsInput, { nullable: true })
  conditions?: AutomationConditionsInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: true.' })
  enabled?: boolean | null;

  @Field(() => [AutomationActionInput], { description: '1 to 10, done in this order.' })
  actions!: AutomationActionInput[];
}

@InputType({
  description: 'What is left out stays; intents, conditions and actions are each replaced as a whole.',
})
export class UpdateAutomationInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null;

  @Field(() => AutomationTriggerEnum, { nullable: true })
  trigger?: AutomationTrigger | null;

  @Field(() => [IntentEnum], { nullable: true, description: 'Null clears them.' })
  intents?: Intent[] | null;

  @Field(() => AutomationConditionsInput, { nullable: true, description: 'Null clears them.' })
  conditions?: AutomationConditionsInput | null;

  @Field(() => [AutomationActionInput], {
    nullable: true,
    description: 'Actions that aren’t named by their id are new ones; deliveries of those that are gone end.',
  })
  actions?: AutomationActionInput[] | null;
}
