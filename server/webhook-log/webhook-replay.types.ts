import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CallEvent } from '../calls/call-event.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import type { WebhookDialect } from './webhook-codec.ts';
import { DIFFERENCES, type WebhookDifference } from './webhook-difference.ts';
import { WebhookDialectEnum, WebhookReasonEnum } from './webhook-log.types.ts';
import type { WebhookReason } from './webhook-note.ts';

const KINDS = [
  'answered',
  'spoke',
  'pressed',
  'stayedSilent',
  'spokeOnRecording',
  'recordingBegun',
  'recordingEnded',
  'soundAwaited',
  'continued',
  'recorded',
  'hungUp',
] as const satisfies readonly CallEvent['kind'][];
const WebhookEventKindEnum = enumOf('WebhookEventKind', KINDS);
const WebhookDifferenceEnum = enumOf('WebhookDifferenceKind', DIFFERENCES);

@ObjectType('WebhookEvent', { description: 'What a webhook says.' })
export class WebhookEventType {
  @Field(() => WebhookEventKindEnum)
  kind!: CallEvent['kind'];

  @Field(() => String, { nullable: true, description: 'What the caller said.' })
  words?: string;

  @Field(() => Float, { nullable: true })
  confidence?: number | undefined;

  @Field(() => String, { nullable: true })
  digits?: string;

  @Field(() => Int, { nullable: true, description: 'Which of the caller’s turns, from 1.' })
  turn?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'Which part of the reply to that turn.' })
  part?: number;

  @Field(() => Int, { nullable: true })
  durationSeconds?: number | undefined;

  @Field(() => String, { nullable: true })
  cause?: string | undefined;
}

@ObjectType('WebhookDifference')
class WebhookDifferenceType {
  @Field(() => WebhookDifferenceEnum, { description: 'DOCUMENT: lines of the XML, besides what is spoken.' })
  what!: WebhookDifference['what'];

  @Field(() => String)
  before!: string;

  @Field(() => String)
  now!: string;
}

@ObjectType('WebhookReplay', {
  description: 'What a webhook would be answered today, had it come at that time.',
})
export class WebhookReplayType {
  @Field(() => WebhookReasonEnum, { nullable: true, description: 'Why it can’t be played again.' })
  cannot!: WebhookReason | null;

  @Field(() => WebhookDialectEnum)
  dialect!: WebhookDialect;

  @Field(() => WebhookEventType, { nullable: true })
  event!: WebhookEventType | null;

  @Field(() => Int, { nullable: true })
  status!: number | null;

  @Field(() => String, { nullable: true })
  xml!: string | null;

  @Field(() => [String], { description: 'What the caller would hear of the document.' })
  spoken!: string[];

  @Field(() => [String], { description: 'What later documents would say, where the reply takes its time.' })
  later!: string[];

  @Field(() => Int)
  milliseconds!: number;

  @Field(() => [WebhookDifferenceType])
  differences!: WebhookDifference[];
}
