import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

/** One intent of an analysed call: a row, as row-level security keeps an index over arrays from being used. */
export const CallIntentEntity = defineEntity({
  name: 'CallIntent',
  tableName: 'call_intents',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    intent: p.text().$type<Intent>().primary(),
    /** The call's: lists by intent are sorted by it. */
    startedAt: p.datetime(6),
  },
});
