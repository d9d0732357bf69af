import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** GIVEN_UP: the carrier had no record of the call for a day, or refused to tell. */
export type CallChargeStatus = 'WAITING' | 'KNOWN' | 'GIVEN_UP';

/** What the carrier charged for a call; only of calls whose carrier's account can be asked. */
export const CallChargeEntity = defineEntity({
  name: 'CallCharge',
  tableName: 'call_charges',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    status: p.text().$type<CallChargeStatus>().default('WAITING'),
    /** The carrier's account that the call's webhooks named; unbelieved. */
    account: p.text().nullable(),
    /** Whether the call is known to come from the carrier. */
    verified: p.boolean().default(false),
    /** Millionths of the currency's major unit, of all legs. */
    amountMicros: p.bigint('number').nullable(),
    currency: p.text().nullable(),
    /** Whether the platform's account pays, rather than the tenant's own. */
    byPlatform: p.boolean().nullable(),
    /** The first day of the month in which the call began, on its tenant's clock. */
    month: p.date().nullable(),
    attempts: p.integer().default(0),
    /** Why it isn't known yet, or why it never will be. */
    reason: p.text().nullable(),
    triedAt: p.datetime(6).nullable(),
    settledAt: p.datetime(6).nullable(),
  },
});
