import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../infra/graphql/connection.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar, UrlScalar } from '../infra/graphql/scalars.ts';
import type { TenantId } from '../infra/ids.ts';
import {
  SIGNATURE_POLICIES,
  type SignaturePolicy,
  TENANT_STATUSES,
  type TenantStatus,
  WEBHOOK_ACCESSES,
  type WebhookAccess,
} from './tenant.entity.ts';

const TenantStatusEnum = enumOf(
  'TenantStatus',
  TENANT_STATUSES,
  'Calls of a suspended tenant are turned away.',
);
const SignaturePolicyEnum = enumOf(
  'SignaturePolicy',
  SIGNATURE_POLICIES,
  'Whether webhooks without a signature are taken. One with a wrong signature never is.',
);

const WebhookAccessEnum = enumOf(
  'WebhookAccess',
  WEBHOOK_ACCESSES,
  'OPEN: the guide’s plain addresses are answered. KEYED: only addresses that carry the tenant’s key.',
);

@ObjectType('WebhookUrls', { description: 'The addresses to type into the Vobiz portal.' })
export class WebhookUrlsType {
  @Field(() => UrlScalar)
  answer!: string;

  @Field(() => UrlScalar)
  input!: string;

  @Field(() => UrlScalar)
  hangup!: string;
}

/** The persona comes from TenantResolver, addresses from WebhookAddressesResolver. */
@ObjectType('Tenant', { description: 'A business whose telephone is answered.' })
export class TenantType {
  @Field(() => ID)
  id!: TenantId;

  @Field(() => String, { description: 'The name in addresses; it never changes.' })
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => TenantStatusEnum)
  status!: TenantStatus;

  @Field(() => String, { description: 'By its IANA name, as Asia/Kolkata.' })
  timeZone!: string;

  @Field(() => SignaturePolicyEnum)
  signaturePolicy!: SignaturePolicy;

  @Field(() => WebhookAccessEnum)
  webhookAccess!: WebhookAccess;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after which the words of a call are forgotten; null: never.',
  })
  transcriptRetentionDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Days after which recordings are deleted; null: never.' })
  recordingRetentionDays!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether whole calls are recorded. Vobiz can do that for numbers that are answered in VobizXML.',
  })
  recordCalls!: boolean;

  @Field(() => String, { description: 'What callers are told before their call is recorded.' })
  recordingNotice!: string;

  @Field(() => Int, {
    description:
      'Tokens of the language model that analysing calls may take in a day of the tenant’s; once they are spent, calls are analysed by script. 0: always by script.',
  })
  analysisTokensADay!: number;

  @Field(() => Int, {
    description:
      'Unverified calls that may begin within a minute; more are turned away politely, and nothing of them is stored. 100,000: any number.',
  })
  newCallsAMinute!: number;

  @Field(() => Int, {
    description:
      'Unverified calls that may be under way at once; more are turned away politely. 100,000: any number.',
  })
  callsAtOnce!: number;

  @Field(() => Int, {
    description:
      'Replies of the language model to unverified calls in a day of the tenant’s; then the scripted receptionist answers them. From 100,000 on: any number.',
  })
  modelTurnsADay!: number;

  @Field(() => Int, {
    description:
      'Tokens that analysing unverified calls may take in a day of the tenant’s, besides what verified ones may.',
  })
  unverifiedAnalysisTokensADay!: number;

  @Field(() => Int, {
    description:
      'Megabytes of recordings that are fetched in a day of the tenant’s, half of them for verified calls alone.',
  })
  recordingMegabytesADay!: number;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export const TenantConnection = connectionOf('Tenant', () => TenantType);

@InputType()
export class CreateTenantInput {
  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;

  @Field(() => String, { description: '3 to 40 lowercase letters, digits and hyphens.' })
  slug!: string;

  @Field(() => String, { nullable: true, description: 'Left out, callers are welcomed by the name.' })
  greeting?: string | null;

  @Field(() => String, { nullable: true, description: 'Left out, Asia/Kolkata.' })
  timeZone?: string | null;
}

@InputType({
  description: 'What a tenant’s own admin may change of it. What is left out stays as it is.',
})
export class UpdateBusinessInput {
  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => SignaturePolicyEnum, { nullable: true })
  signaturePolicy?: SignaturePolicy | null;

  @Field(() => WebhookAccessEnum, { nullable: true })
  webhookAccess?: WebhookAccess | null;

  @Field(() => Int, { nullable: true, description: 'Null keeps transcripts for ever.' })
  transcriptRetentionDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Null keeps recordings for ever.' })
  recordingRetentionDays?: number | null;

  @Field(() => Boolean, { nullable: true })
  recordCalls?: boolean | null;

  @Field(() => String, { nullable: true, description: 'One line of at most 300 characters.' })
  recordingNotice?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateTenantInput extends UpdateBusinessInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => TenantStatusEnum, { nullable: true })
  status?: TenantStatus | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000,000.' })
  analysisTokensADay?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 100,000.' })
  newCallsAMinute?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 100,000.' })
  callsAtOnce?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000,000.' })
  modelTurnsADay?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000,000.' })
  unverifiedAnalysisTokensADay?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 1,000,000,000.' })
  recordingMegabytesADay?: number | null;
}
