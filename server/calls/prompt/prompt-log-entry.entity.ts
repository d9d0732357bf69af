import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** What the model was told for one reply. */
export const PromptLogEntryEntity = defineEntity({
  name: 'PromptLogEntry',
  tableName: 'prompt_log_entries',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    /** The exchange's. */
    number: p.integer().primary(),
    /** Null for the scripted receptionist. */
    model: p.text().nullable(),
    /** Paragraphs in their order, an empty line between each and the next. */
    parts: p.array().columnType('uuid[]'),
    /** What was told of the caller, in a message of its own. */
    callerData: p.text().nullable(),
    /** The lines of the transcript that were sent along. */
    firstLine: p.integer(),
    lastLine: p.integer(),
    /** What stood for the lines before the first. */
    earlier: p.text().nullable(),
  },
});
