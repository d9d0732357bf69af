import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../infra/graphql/connection.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { CallId } from '../infra/ids.ts';
import type { WebhookDialect } from './webhook-codec.ts';
import {
  type LoggedWebhookName,
  WEBHOOK_NAMES,
  WEBHOOK_OUTCOMES,
  WEBHOOK_REASONS,
  type WebhookOutcome,
  type WebhookReason,
} from './webhook-note.ts';

const WebhookNameEnum = enumOf('WebhookName', WEBHOOK_NAMES);
export const WebhookDialectEnum = enumOf('WebhookDialect', ['guide', 'vobizxml']);
const WebhookOutcomeEnum = enumOf(
  'WebhookOutcome',
  WEBHOOK_OUTCOMES,
  'REFUSED: the webhook was rejected, as was meant. FAILED: it was our fault.',
);
export const WebhookReasonEnum = enumOf(
  'WebhookReason',
  WEBHOOK_REASONS,
  'Why a webhook was rejected, or failed.',
);

@ObjectType('LoggedWebhook', { description: 'A carrier’s webhook, kept for a week at most.' })
export class LoggedWebhookType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Null: no tenant’s.' })
  tenantId!: string | null;

  @Field(() => String, { description: 'As it was called.' })
  slug!: string;

  @Field(() => WebhookNameEnum)
  webhook!: LoggedWebhookName;

  @Field(() => String)
  method!: string;

  @Field(() => WebhookDialectEnum, { nullable: true })
  dialect!: WebhookDialect | null;

  @Field(() => String, { nullable: true })
  providerCallId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The call in the call log, where there is one.' })
  callId!: CallId | null;

  @Field(() => Int, { description: 'HTTP.' })
  status!: number;

  @Field(() => Float, { description: 'Until it was answered.' })
  milliseconds!: number;

  @Field(() => WebhookOutcomeEnum)
  outcome!: WebhookOutcome;

  @Field(() => WebhookReasonEnum, { nullable: true })
  reason!: WebhookReason | null;
}

@ObjectType('WebhookField', { description: 'Secrets are left out.' })
export class WebhookFieldType {
  @Field(() => String)
  name!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Null: no plain value. Several: it was sent several times.',
  })
  values!: string[] | null;
}

@ObjectType('WebhookExchange', { description: 'A webhook with all that it said and was answered.' })
export class WebhookExchangeType {
  @Field(() => LoggedWebhookType)
  webhook!: LoggedWebhookType;

  @Field(() => String, { nullable: true })
  contentType!: string | null;

  @Field(() => [WebhookFieldType])
  query!: WebhookFieldType[];

  @Field(() => [WebhookFieldType], { nullable: true, description: 'Null: nothing could be read.' })
  body!: WebhookFieldType[] | null;

  @Field(() => Boolean, { description: 'Whether something was too long to be kept.' })
  isCut!: boolean;

  @Field(() => String)
  xml!: string;

  @Field(() => [String], { description: 'What the caller heard of it.' })
  spoken!: string[];
}

export const LoggedWebhookConnection = connectionOf('LoggedWebhook', () => LoggedWebhookType);

@InputType()
export class WebhookLogFilter {
  @Field(() => WebhookNameEnum, { nullable: true })
  webhook?: LoggedWebhookName | null;

  @Field(() => [WebhookOutcomeEnum], { nullable: true })
  outcomes?: WebhookOutcome[] | null;

  @Field(() => ID, { nullable: true })
  callId?: string | null;

  @Field(() => String, { nullable: true })
  providerCallId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Webhooks that came then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Webhooks that came before.' })
  to?: Date | null;
}
