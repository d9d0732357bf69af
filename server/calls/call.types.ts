import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../infra/graphql/connection.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar, E164Scalar } from '../infra/graphql/scalars.ts';
import type { CallId, CustomerId, TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';
import { SENTIMENTS, type Sentiment } from '../language-model/analyst.ts';
import { INTENTS, type Intent } from '../understanding/intents/intents.ts';
import { CALL_DIRECTIONS, CALL_STATUSES, type CallDirection, type CallStatus } from './call.entity.ts';
import type { ReplySource, Speaker } from './turn.entity.ts';
import { ReplySourceEnum, SpeakerEnum } from './turn.types.ts';

const CallDirectionEnum = enumOf('CallDirection', CALL_DIRECTIONS);
const CallStatusEnum = enumOf(
  'CallStatus',
  CALL_STATUSES,
  'LOST: the hangup never came and the call was closed by us.',
);
export const SentimentEnum = enumOf('Sentiment', SENTIMENTS);
export const IntentEnum = enumOf('Intent', INTENTS, 'What callers want, the most urgent first.');
const CallEventKindEnum = enumOf('CallEventKind', ['STARTED', 'TURN', 'ENDED', 'ANALYSED']);

@ObjectType('Turn', { description: 'One line of a transcript.' })
export class TurnType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Counts the lines from 1; the greeting is the first.' })
  number!: number;

  @Field(() => SpeakerEnum)
  speaker!: Speaker;

  @Field(() => String)
  text!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => Float, { nullable: true, description: '0 to 1, the recogniser’s; only for the caller.' })
  confidence!: number | null;

  @Field(() => ReplySourceEnum, { nullable: true, description: 'Only for the agent.' })
  source!: ReplySource | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From the caller’s words to the first words of this reply, in milliseconds; only for the agent.',
  })
  replyMs!: number | null;
}

@ObjectType('Call')
export class CallType {
  @Field(() => ID)
  id!: CallId;

  @Field(() => String)
  providerCallId!: string;

  @Field(() => CallDirectionEnum)
  direction!: CallDirection;

  @Field(() => CallStatusEnum)
  status!: CallStatus;

  @Field(() => String, {
    nullable: true,
    description: 'As the provider sent it, where it is no E.164 number.',
  })
  rawFrom!: string | null;

  @Field(() => E164Scalar, { nullable: true })
  from!: E164 | null;

  @Field(() => E164Scalar, { nullable: true })
  to!: E164 | null;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Int, { nullable: true })
  durationSeconds!: number | null;

  @Field(() => String, { nullable: true, description: 'In the provider’s words.' })
  hangupCause!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who hung up, in the provider’s word: Caller, Callee or Vobiz. Only VobizXML says so.',
  })
  hangupSource!: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the persona that answered.' })
  personaVersion!: number | null;

  /** Whose; the fields `tenant` and `customer` are resolved from these. */
  tenantId!: TenantId;
  customerId!: CustomerId | null;
}

export const CallConnection = connectionOf('Call', () => CallType);

@InputType()
export class CallFilter {
  @Field(() => CallStatusEnum, { nullable: true })
  status?: CallStatus | null;

  @Field(() => SentimentEnum, { nullable: true })
  sentiment?: Sentiment | null;

  @Field(() => IntentEnum, { nullable: true })
  intent?: Intent | null;

  @Field(() => ID, { nullable: true })
  customerId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that started then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that started before.' })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Full text over the transcript and the summary.' })
  search?: string | null;
}

@ObjectType('CallEvent', { description: 'Something that happened to a call, as it happens.' })
export class CallEventType {
  @Field(() => CallEventKindEnum)
  kind!: 'STARTED' | 'TURN' | 'ENDED' | 'ANALYSED';

  @Field(() => CallType)
  call!: CallType;

  @Field(() => TurnType, { nullable: true, description: 'The line that was added or has grown.' })
  turn!: TurnType | null;
}
