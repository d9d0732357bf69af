import type { InferKyselyTable } from '@mikro-orm/postgresql';
import type { ColumnType } from 'kysely';
import { AnalysisSpendingEntity } from '../analysis/call-analysis/analysis-spending.entity.ts';
import { CallAnalysisEntity } from '../analysis/call-analysis/call-analysis.entity.ts';
import { CallIntentEntity } from '../analysis/call-analysis/call-intent.entity.ts';
import { UnansweredQuestionEntity } from '../analysis/call-analysis/unanswered-question.entity.ts';
import { CallDayEntity } from '../analysis/statistics/call-day.entity.ts';
import { CallQuarterEntity } from '../analysis/statistics/call-quarter.entity.ts';
import { CallQuarterMarkEntity } from '../analysis/statistics/call-quarter-mark.entity.ts';
import { AuditEntryEntity } from '../auth/audit/audit-log.entity.ts';
import { RecoveryCodeEntity } from '../auth/second-factor/recovery-code.entity.ts';
import { AttemptLimitEntity } from '../auth/sessions/attempt-limit.entity.ts';
import { SessionEntity } from '../auth/sessions/session.entity.ts';
import { SignInNetworkEntity } from '../auth/sessions/sign-in-network.entity.ts';
import { UserEntity } from '../auth/users/user.entity.ts';
import { AutomationEntity } from '../automations/automation.entity.ts';
import { AutomationRunEntity } from '../automations/automation-run.entity.ts';
import { AutomationDeliveryEntity } from '../automations/deliveries/automation-delivery.entity.ts';
import { AutomationActionEntity } from '../automations/rules/automation-action.entity.ts';
import { UnverifiedModelTurnsEntity } from '../calls/admission/unverified-model-turns.entity.ts';
import { CallEntity } from '../calls/call.entity.ts';
import { ExchangeEntity } from '../calls/exchange.entity.ts';
import { CallWordsEntity } from '../calls/history/call-words.entity.ts';
import { PromptLogEntryEntity } from '../calls/prompt/prompt-log-entry.entity.ts';
import { PromptLogPartEntity } from '../calls/prompt/prompt-log-part.entity.ts';
import { PendingTranscriptionEntity } from '../calls/transcription/pending-transcription.entity.ts';
import { TurnEntity } from '../calls/turn.entity.ts';
import { CarrierSettingsEntity } from '../carrier/account/carrier-settings.entity.ts';
import { CallChargeEntity } from '../carrier/charges/call-charge.entity.ts';
import { CustomerEntity } from '../customers/customer.entity.ts';
import { CustomerTextEntity } from '../customers/customer-text.entity.ts';
import { FollowUpEntity } from '../follow-ups/follow-up.entity.ts';
import { ProcessHeartbeatEntity } from '../infra/jobs/process-heartbeat.entity.ts';
import type { Json } from '../infra/tables.ts';
import { TallyEntity } from '../infra/tally.entity.ts';
import { PhoneNumberEntity } from '../numbers/inventory/phone-number.entity.ts';
import { TenantApplicationEntity } from '../numbers/inventory/tenant-application.entity.ts';
import { NumberOrderEntity } from '../numbers/orders/number-order.entity.ts';
import { NumberDiscrepancyEntity } from '../numbers/reconciliation/number-discrepancy.entity.ts';
import { NumberListingEntity } from '../numbers/reconciliation/number-listing.entity.ts';
import { LeftKeyEntity } from '../recordings/carrier-erasure/left-key.entity.ts';
import { RecordingErasureEntity } from '../recordings/carrier-erasure/recording-erasure.entity.ts';
import { RecordingEntity } from '../recordings/recording.entity.ts';
import { RecordingLeftoverEntity } from '../recordings/recording-leftover.entity.ts';
import { PlatformSettingsEntity } from '../settings/platform-settings.entity.ts';
import { UnknownSlugEntity } from '../setup/unknown-slug.entity.ts';
import { WebhookRefusalEntity } from '../setup/webhook-refusal.entity.ts';
import { SpentSignatureEntity } from '../telephony/vobiz/door/spent-signature.entity.ts';
import { PersonaEntity } from '../tenants/personas/persona.entity.ts';
import { TenantEntity } from '../tenants/tenant.entity.ts';
import { WebhookKeyEntity } from '../tenants/webhook-keys/webhook-key.entity.ts';
import { RefusedWebhooksEntity } from '../webhook-log/refused-webhooks.entity.ts';
import { WebhookLogEntity } from '../webhook-log/webhook-log.entity.ts';

/** Every table that the product reads and writes: the one place that names its columns and their types. */
const tables = [
  AnalysisSpendingEntity,
  CallAnalysisEntity,
  CallDayEntity,
  CallIntentEntity,
  CallQuarterMarkEntity,
  CallQuarterEntity,
  UnansweredQuestionEntity,
  AttemptLimitEntity,
  AuditEntryEntity,
  RecoveryCodeEntity,
  SessionEntity,
  SignInNetworkEntity,
  UserEntity,
  AutomationActionEntity,
  AutomationDeliveryEntity,
  AutomationRunEntity,
  AutomationEntity,
  ProcessHeartbeatEntity,
  FollowUpEntity,
  CallEntity,
  UnverifiedModelTurnsEntity,
  ExchangeEntity,
  PromptLogPartEntity,
  PromptLogEntryEntity,
  TurnEntity,
  PendingTranscriptionEntity,
  CallChargeEntity,
  CarrierSettingsEntity,
  CustomerEntity,
  TallyEntity,
  NumberDiscrepancyEntity,
  NumberListingEntity,
  NumberOrderEntity,
  PhoneNumberEntity,
  TenantApplicationEntity,
  LeftKeyEntity,
  RecordingErasureEntity,
  RecordingLeftoverEntity,
  RecordingEntity,
  PlatformSettingsEntity,
  UnknownSlugEntity,
  WebhookLogEntity,
  RefusedWebhooksEntity,
  WebhookRefusalEntity,
  SpentSignatureEntity,
  PersonaEntity,
  TenantEntity,
  WebhookKeyEntity,
] as const;

/** Tables that triggers keep and functions of the schema `internal` read: no statement of ours may touch them. */
const keptByTriggers = [CallWordsEntity, CustomerTextEntity] as const;

export const entities = [...tables, ...keptByTriggers];

type Table = (typeof tables)[number];

type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** What a statement may write: objects, and arrays of anything but text, are JSON, which only `json()` writes, a union as one. */
type Written<Value> =
  | Extract<Value, Plain>
  | ([Exclude<Value, Plain>] extends [never] ? never : Json<Exclude<Value, Plain>>);
/** What the driver writes as it is. */
type Plain = string | number | boolean | Date | Uint8Array | string[] | null | undefined;

type Column<Read> = [Read] extends [ColumnType<infer Value, infer Inserted, infer Updated>]
  ? ColumnType<Value, Written<Inserted>, Written<Updated>>
  : ColumnType<Read, Written<Read>, Written<Read>>;

type Columns<Properties> = { [Name in keyof Properties]: Column<Properties[Name]> };

type TablesOfEntities = {
  [Each in Table as CamelCase<Each['tableName']>]: Columns<
    InferKyselyTable<Each, { columnNamingStrategy: 'property' }>
  >;
};

declare module '../infra/tables.ts' {
  interface Tables extends TablesOfEntities {}
}
