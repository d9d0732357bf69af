import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** What was said in a call, for the search. Kept by triggers; only functions of the schema `internal` read it. */
export const CallWordsEntity = defineEntity({
  name: 'CallWords',
  tableName: 'call_words',
  schema: 'internal',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    startedAt: p.datetime(6),
    /** Each starts with its tenant's key. */
    words: p.text().columnType('tsvector'),
  },
});
