import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { DeliveryKind, DeliveryStatus } from './delivery.ts';

/** A webhook, an e-mail or an SMS on its way, and what became of it. */
export const AutomationDeliveryEntity = defineEntity({
  name: 'AutomationDelivery',
  tableName: 'automation_deliveries',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    runId: p.uuid(),
    automationId: p.uuid(),
    /** Null once the action was taken away. */
    actionId: p.uuid().nullable(),
    callId: p.uuid().$type<CallId>(),
    /** The delivery that an admin had made once more. */
    repeats: p.uuid().nullable(),
    kind: p.text().$type<DeliveryKind>(),
    target: p.text(),
    subject: p.text().nullable(),
    /** Null once the call's words are forgotten. */
    body: p.text().nullable(),
    status: p.text().$type<DeliveryStatus>().default('PENDING'),
    attempts: p.integer().default(0),
    createdAt: p.datetime(6),
    lastAttemptAt: p.datetime(6).nullable(),
    /** Only while PENDING. For a delivery that is being sent: until when its process has to say what came of it. */
    nextAttemptAt: p.datetime(6).nullable(),
    settledAt: p.datetime(6).nullable(),
    /** What the receiver answered last: HTTP's status, or SMTP's. */
    lastStatus: p.integer().nullable(),
    /** As a sentence. */
    problem: p.text().nullable(),
  },
});
