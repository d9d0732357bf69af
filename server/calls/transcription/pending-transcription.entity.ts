import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** A caller's turn that exists as a recording only, until it is transcribed. */
export const PendingTranscriptionEntity = defineEntity({
  name: 'PendingTranscription',
  tableName: 'pending_transcriptions',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    callId: p.uuid().$type<CallId>(),
    /** The exchange's. */
    number: p.integer(),
    /** Encrypted, as it may be all that it takes to listen. */
    sourceUrl: p.blob().$type<Buffer>().nullable().hidden(),
    accountId: p.text().nullable(),
    language: p.text(),
    since: p.datetime(6),
  },
});
