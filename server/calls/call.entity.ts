import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, CustomerId, TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';

export const CALL_STATUSES = ['IN_PROGRESS', 'COMPLETED', 'LOST'] as const;
/** LOST: the hangup never came, and the call was closed by us. */
export type CallStatus = (typeof CALL_STATUSES)[number];

export const CALL_DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];

/** A telephone call, and how far its conversation has come. */
export const CallEntity = defineEntity({
  name: 'Call',
  tableName: 'calls',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().$type<CallId>().primary().defaultRaw('gen_random_uuid()'),
    providerCallId: p.text(),
    direction: p.text().$type<CallDirection>().default('INBOUND'),
    status: p.text().$type<CallStatus>().default('IN_PROGRESS'),
    /** As the carrier sent it, where that is no E.164 number. */
    rawFrom: p.text().nullable(),
    from: p.text().$type<E164>().nullable(),
    to: p.text().$type<E164>().nullable(),
    customerId: p.uuid().$type<CustomerId>().nullable(),
    /** The persona's version that answered. */
    personaVersion: p.integer().nullable(),
    startedAt: p.datetime(6),
    /** When a webhook last came: calls that hear nothing for long are closed as LOST. */
    lastHeardAt: p.datetime(6),
    endedAt: p.datetime(6).nullable(),
    durationSeconds: p.integer().nullable(),
    hangupCause: p.text().nullable(),
    /** Who hung up, in the carrier's word: Caller, Callee or itself. */
    hangupSource: p.text().nullable(),
    /** Whether its first webhook was known to come from the carrier: then it takes no other any more. */
    verified: p.boolean().default(false),
    greeted: p.boolean().default(false),
    /** Lines of the transcript so far. */
    lineCount: p.integer().default(0),
    /** The highest exchange so far. */
    lastExchange: p.integer().default(0),
    /** Caller's silences in a row, up to now. */
    silences: p.integer().default(0),
    /** The turn that the carrier said last that it began to record, and when it said so. */
    recordedTurn: p.integer().nullable(),
    recordedSince: p.datetime(6).nullable(),
  },
});
