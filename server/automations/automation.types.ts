import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { IntentEnum } from '../calls/call.types.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { Intent } from '../understanding/intents/intents.ts';
import {
  AUTOMATION_TRIGGERS,
  type AutomationTrigger,
  CUSTOMER_KINDS,
  type CustomerKind,
} from './automation.ts';

export const AutomationTriggerEnum = enumOf(
  'AutomationTrigger',
  AUTOMATION_TRIGGERS,
  'CALL_MISSED: the hangup never came, or the caller said nothing; the latter is CALL_COMPLETED as well. HUMAN_REQUESTED comes during the call, all others once it has been analysed.',
);
export const CustomerKindEnum = enumOf(
  'CustomerKind',
  CUSTOMER_KINDS,
  'Whether it is their first call. Who hides their number is neither.',
);

@ObjectType('AutomationRange', { description: 'Both ends belong to it; null is no limit.' })
export class AutomationRangeType {
  @Field(() => Float, { nullable: true })
  min!: number | null;

  @Field(() => Float, { nullable: true })
  max!: number | null;
}

@ObjectType('AutomationTimeOfDay', {
  description: 'On the tenant’s clock, as 09:30. `until` doesn’t belong to it, and may be on the next day.',
})
export class AutomationTimeOfDayType {
  @Field(() => String)
  from!: string;

  @Field(() => String)
  until!: string;
}

@ObjectType('AutomationConditions', { description: 'All that isn’t null must hold.' })
export class AutomationConditionsType {
  @Field(() => AutomationRangeType, { nullable: true, description: '-1 to 1.' })
  sentimentScore?: AutomationRangeType | null;

  @Field(() => AutomationRangeType, { nullable: true })
  durationSeconds?: AutomationRangeType | null;

  @Field(() => AutomationTimeOfDayType, { nullable: true, description: 'When the call began.' })
  timeOfDay?: AutomationTimeOfDayType | null;

  @Field(() => CustomerKindEnum, { nullable: true })
  customer?: CustomerKind | null;

  @Field(() => String, { nullable: true, description: 'One of the customer’s, whatever its case.' })
  tag?: string | null;
}

/** Actions come from AutomationResolver. */
@ObjectType('Automation', { description: 'A tenant’s rule: what is done when calls come in.' })
export class AutomationType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => AutomationTriggerEnum)
  trigger!: AutomationTrigger;

  @Field(() => [IntentEnum], { description: 'One of them must have come up; none are no condition.' })
  intents!: Intent[];

  @Field(() => AutomationConditionsType)
  conditions!: AutomationConditionsType;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  lastRunAt!: Date | null;

  @Field(() => Int, { description: 'Calls that its conditions held it back from aren’t counted.' })
  runCount!: number;
}

@ObjectType('AutomationField', { description: 'What a template may hold, as {{customer.name}}.' })
export class AutomationFieldType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  meaning!: string;
}
