import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, CustomerId, TenantId, UserId } from '../infra/ids.ts';

export const FOLLOW_UP_STATUSES = ['OPEN', 'DONE', 'DISMISSED'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

export const FOLLOW_UP_REASONS = ['EMERGENCY', 'HUMAN_REQUESTED', 'CALL', 'AUTOMATION', 'PERSON'] as const;
/**
 * What made it: the first two while the caller was on the line, CALL after the call, an automation, or a user by hand.
 */
export type FollowUpReason = (typeof FOLLOW_UP_REASONS)[number];

/** Something that a person at the business is to do after a call. */
export const FollowUpEntity = defineEntity({
  name: 'FollowUp',
  tableName: 'follow_ups',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    title: p.text(),
    status: p.text().$type<FollowUpStatus>().default('OPEN'),
    reason: p.text().$type<FollowUpReason>(),
    /** What it came from, unique within the tenant: the same cause makes it only once. Null for those made by hand. */
    origin: p.text().nullable(),
    dueAt: p.datetime(6).nullable(),
    callId: p.uuid().$type<CallId>().nullable(),
    customerId: p.uuid().$type<CustomerId>().nullable(),
    assigneeId: p.uuid().$type<UserId>().nullable(),
    /** What the caller said about it; empty once the call's words are forgotten. */
    said: p.text().default(''),
    /** What people wrote. */
    notes: p.text().default(''),
    createdAt: p.datetime(6),
    settledAt: p.datetime(6).nullable(),
    settledBy: p.uuid().$type<UserId>().nullable(),
  },
});
