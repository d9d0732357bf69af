import type { InferKyselyTable } from '@mikro-orm/postgresql';
import type { ColumnType } from 'kysely';
import { AnalysisSpendingEntity } from '../analysis/analysis-spending.entity.ts';
import { CallAnalysisEntity } from '../analysis/call-analysis.entity.ts';
import { CallDayEntity } from '../analysis/call-day.entity.ts';
import { CallIntentEntity } from '../analysis/call-intent.entity.ts';
import { CallQuarterEntity } from '../analysis/call-quarter.entity.ts';
import { CallQuarterMarkEntity } from '../analysis/call-quarter-mark.entity.ts';
import { UnansweredQuestionEntity } from '../analysis/unanswered-question.entity.ts';
import { AttemptLimitEntity } from '../auth/attempt-limit.entity.ts';
import { AuditEntryEntity } from '../auth/audit-log.entity.ts';
import { RecoveryCodeEntity } from '../auth/recovery-code.entity.ts';
import { SessionEntity } from '../auth/session.entity.ts';
import { UserEntity } from '../auth/user.entity.ts';
import { AutomationEntity } from '../automations/automation.entity.ts';
import { AutomationActionEntity } from '../automations/automation-action.entity.ts';
import { AutomationDeliveryEntity } from '../automations/automation-delivery.entity.ts';
import { AutomationRunEntity } from '../automations/automation-run.entity.ts';
import { DueAutomationEntity } from '../automations/due-automation.entity.ts';
import { FollowUpEntity } from '../automations/follow-up.entity.ts';
import { CallEntity } from '../calls/call.entity.ts';
import { CallWordsEntity } from '../calls/call-words.entity.ts';
import { ExchangeEntity } from '../calls/exchange.entity.ts';
import { ToldPartEntity } from '../calls/told-part.entity.ts';
import { ToldReplyEntity } from '../calls/told-reply.entity.ts';
import { TurnEntity } from '../calls/turn.entity.ts';
import { UnheardTurnEntity } from '../calls/unheard-turn.entity.ts';
import { WebhookNonceEntity } from '../calls/webhook-nonce.entity.ts';
import { CustomerEntity } from '../customers/customer.entity.ts';
import { CustomerTextEntity } from '../customers/customer-text.entity.ts';
import type { Json } from '../infra/tables.ts';
import { TallyEntity } from '../infra/tally.entity.ts';
import { NumberFindingEntity } from '../numbers/number-finding.entity.ts';
import { NumberListingEntity } from '../numbers/number-listing.entity.ts';
import { NumberOrderEntity } from '../numbers/number-order.entity.ts';
import { PhoneNumberEntity } from '../numbers/phone-number.entity.ts';
import { TenantApplicationEntity } from '../numbers/tenant-application.entity.ts';
import { RecordingEntity } from '../recordings/recording.entity.ts';
import { RecordingLeftoverEntity } from '../recordings/recording-leftover.entity.ts';
import { PlatformSettingsEntity } from '../settings/platform-settings.entity.ts';
import { UnknownSlugEntity } from '../setup/unknown-slug.entity.ts';
import { WebhookLogEntity } from '../setup/webhook-log.entity.ts';
import { WebhookRefusalEntity } from '../setup/webhook-refusal.entity.ts';
import { PersonaEntity } from '../tenants/persona.entity.ts';
import { TenantEntity } from '../tenants/tenant.entity.ts';

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
  UserEntity,
  AutomationActionEntity,
  AutomationDeliveryEntity,
  AutomationRunEntity,
  AutomationEntity,
  DueAutomationEntity,
  FollowUpEntity,
  CallEntity,
  ExchangeEntity,
  ToldPartEntity,
  ToldReplyEntity,
  TurnEntity,
  UnheardTurnEntity,
  WebhookNonceEntity,
  CustomerEntity,
  TallyEntity,
  NumberFindingEntity,
  NumberListingEntity,
  NumberOrderEntity,
  PhoneNumberEntity,
  TenantApplicationEntity,
  RecordingLeftoverEntity,
  RecordingEntity,
  PlatformSettingsEntity,
  UnknownSlugEntity,
  WebhookLogEntity,
  WebhookRefusalEntity,
  PersonaEntity,
  TenantEntity,
] as const;

/** Tables that triggers keep and functions of the schema `internal` read: no statement of ours may touch them. */
const keptByTriggers = [CallWordsEntity, CustomerTextEntity] as const;

export const entities = [...tables, ...keptByTriggers];

type Table = (typeof tables)[number];

type CamelCase<Name> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** What a statement may write: objects, and arrays of anything but text, are JSON, which only `json()` writes. */
type Written<Value> = Value extends
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | string[]
  | null
  | undefined
  ? Value
  : Json<Value>;

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
