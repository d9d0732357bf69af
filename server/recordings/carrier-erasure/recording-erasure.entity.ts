import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** FAILED: it wasn't deleted by us, and won't be; Vobiz itself keeps recordings for 30 days. */
export const RECORDING_ERASURE_STATUSES = ['PENDING', 'DELETED', 'FAILED'] as const;
export type RecordingErasureStatus = (typeof RECORDING_ERASURE_STATUSES)[number];

/**
 * A recording that was deleted here, and is to be deleted at the carrier too. A trigger writes it in the transaction
 * that deletes the recording. It outlives its tenant, and tells nothing of the caller.
 */
export const RecordingErasureEntity = defineEntity({
  name: 'RecordingErasure',
  tableName: 'recording_erasures',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    recordingId: p.uuid().primary(),
    callId: p.uuid().$type<CallId>(),
    status: p.text().$type<RecordingErasureStatus>(),
    /** The carrier's id of it; null where it named none. */
    carrierId: p.text().nullable(),
    /** The account that the webhook named. */
    account: p.text().nullable(),
    /** In whose account it is; null: in none that is known. */
    numberId: p.uuid().nullable(),
    /** Why it failed, or hasn't worked yet. */
    reason: p.text().nullable(),
    attempts: p.integer().default(0),
    requestedAt: p.datetime(6),
    /** Only while PENDING. */
    nextAttemptAt: p.datetime(6).nullable(),
    triedAt: p.datetime(6).nullable(),
    settledAt: p.datetime(6).nullable(),
  },
});
