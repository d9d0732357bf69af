import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../infra/graphql/connection.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { ActionSpec, AutomationTrigger } from './automation.ts';
import { AutomationTriggerEnum } from './automation.types.ts';
import {
  ACTION_OUTCOMES,
  type ActionOutcome,
  RUN_OUTCOMES,
  type RunOutcome,
} from './automation-run.store.ts';
import {
  DELIVERY_KINDS,
  DELIVERY_STATUSES,
  type DeliveryKind,
  type DeliveryStatus,
} from './deliveries/delivery.ts';

const AutomationOutcomeEnum = enumOf(
  'AutomationOutcome',
  RUN_OUTCOMES,
  'HELD_BACK: the trigger came, and a condition wasn’t met.',
);
const ActionKindEnum = enumOf('AutomationActionKind', [
  'WEBHOOK',
  'EMAIL',
  'FOLLOW_UP',
  'TAG_CUSTOMER',
  'SMS',
]);
const ActionOutcomeEnum = enumOf(
  'AutomationActionOutcome',
  ACTION_OUTCOMES,
  'QUEUED: its deliveries tell how it goes on.',
);
const DeliveryKindEnum = enumOf('DeliveryKind', DELIVERY_KINDS);
export const DeliveryStatusEnum = enumOf(
  'DeliveryStatus',
  DELIVERY_STATUSES,
  'FAILED: it isn’t tried any more. CANCELLED: it was no longer to be delivered.',
);

@ObjectType('AutomationActionRun', { description: 'What became of one action.' })
export class ActionRunType {
  @Field(() => ActionKindEnum)
  kind!: ActionSpec['kind'];

  @Field(() => ActionOutcomeEnum)
  outcome!: ActionOutcome;

  @Field(() => String, { nullable: true, description: 'A sentence, where it was skipped.' })
  reason!: string | null;
}

/** The call comes from AutomationRunResolver. */
@ObjectType('AutomationRun', {
  description: 'What an automation made of a call: at most one for each trigger.',
})
export class AutomationRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => AutomationTriggerEnum)
  trigger!: AutomationTrigger;

  @Field(() => AutomationOutcomeEnum)
  outcome!: RunOutcome;

  @Field(() => String, { nullable: true, description: 'A sentence, where it was held back.' })
  reason!: string | null;

  @Field(() => [ActionRunType])
  actions!: ActionRunType[];

  @Field(() => DateTimeScalar)
  ranAt!: Date;
}

export const AutomationRunConnection = connectionOf('AutomationRun', () => AutomationRunType);

/** The call comes from AutomationDeliveryResolver. */
@ObjectType('AutomationDelivery', {
  description: 'A webhook, mail or text message to a receiver outside, and how it goes on.',
})
export class DeliveryType {
  @Field(() => ID, { description: 'What a webhook carries as KaiVox-Delivery, the same on every attempt.' })
  id!: string;

  @Field(() => DeliveryKindEnum)
  kind!: DeliveryKind;

  @Field(() => String, {
    nullable: true,
    description: 'A URL, an e-mail address or a number. Null for staff.',
  })
  target!: string | null;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Null once the call’s words are forgotten.' })
  body!: string | null;

  @Field(() => DeliveryStatusEnum)
  status!: DeliveryStatus;

  @Field(() => Int)
  attempts!: number;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  lastAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  settledAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'What the receiver answered last: HTTP’s status, or SMTP’s.',
  })
  lastStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the last attempt failed, or it ended: a sentence. Null for staff: it may name the receiver.',
  })
  problem!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The delivery that an admin had sent once more, with this one.',
  })
  repeats!: string | null;
}

export const DeliveryConnection = connectionOf('AutomationDelivery', () => DeliveryType);

@ObjectType('AutomationTriedAction', { description: 'What one action would do.' })
export class TriedActionType {
  @Field(() => ActionKindEnum)
  kind!: ActionSpec['kind'];

  @Field(() => String, { nullable: true, description: 'Why nothing would come of it: a sentence.' })
  skipped!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A tag; or a URL, an e-mail address or a number, which are null for staff.',
  })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'A mail’s subject, or a follow-up’s title.' })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'As it would be sent, but for ids.' })
  body!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Date | null;
}

@ObjectType('AutomationDryRun', {
  description: 'What an automation would make of a call, whether it is enabled or not.',
})
export class DryRunType {
  @Field(() => Boolean)
  wouldRun!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it wouldn’t: a sentence.' })
  reason!: string | null;

  @Field(() => [TriedActionType])
  actions!: TriedActionType[];
}
