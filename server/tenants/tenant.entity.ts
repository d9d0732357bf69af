import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';

export const TENANT_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

export const SIGNATURE_POLICIES = ['ACCEPT_UNSIGNED', 'REQUIRE_SIGNED'] as const;
export type SignaturePolicy = (typeof SIGNATURE_POLICIES)[number];

/** OPEN: the setup guide's plain addresses are answered. KEYED: only those that carry the tenant's key. */
export const WEBHOOK_ACCESSES = ['OPEN', 'KEYED'] as const;
export type WebhookAccess = (typeof WEBHOOK_ACCESSES)[number];

/** A business whose telephone is answered. */
export const TenantEntity = defineEntity({
  name: 'Tenant',
  tableName: 'tenants',
  properties: {
    id: p.uuid().$type<TenantId>().primary(),
    slug: p.text(),
    name: p.text(),
    status: p.text().$type<TenantStatus>().default('ACTIVE'),
    timeZone: p.text().default('Asia/Kolkata'),
    signaturePolicy: p.text().$type<SignaturePolicy>().default('ACCEPT_UNSIGNED'),
    webhookAccess: p.text().$type<WebhookAccess>().default('OPEN'),
    personaVersion: p.integer().default(1),
    /** After how many days a call's transcript is forgotten; null: never. */
    transcriptRetentionDays: p.integer().nullable(),
    /** As for transcripts. */
    recordingRetentionDays: p.integer().nullable(),
    /** Whether whole calls are recorded, after callers were told by the notice. */
    recordCalls: p.boolean().default(false),
    recordingNotice: p.text().default('This call may be recorded.'),
    /** What analysing calls may cost from midnight to midnight; then they are analysed by script. */
    analysisTokensADay: p.integer().fieldName('analysis_tokens_a_day').default(200_000),
    /** Bounds on what a stranger may send: of unverified calls alone. From 100,000 on, those of calls are none. */
    newCallsAMinute: p.integer().fieldName('new_calls_a_minute').default(60),
    callsAtOnce: p.integer().default(40),
    /** From midnight to midnight; then the scripted receptionist answers. */
    modelTurnsADay: p.integer().fieldName('model_turns_a_day').default(2_000),
    /** Of the analysis's tokens, what unverified calls may take. */
    unverifiedAnalysisTokensADay: p.integer().fieldName('unverified_analysis_tokens_a_day').default(100_000),
    /** Of all calls; half of it is for verified ones alone. */
    recordingMegabytesADay: p.integer().fieldName('recording_megabytes_a_day').default(2_000),
    /** Transcripts of calls that started before are gone. */
    transcriptsForgottenUntil: p.datetime(6).nullable(),
    /** Set while the tenant's rows are being deleted: no user sees it any more. */
    erasingSince: p.datetime(6).nullable(),
    createdAt: p.datetime(6).defaultRaw('now()'),
  },
});
