import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** A paragraph of what the model was told in a call, kept once: from turn to turn only the time changes. */
export const PromptLogPartEntity = defineEntity({
  name: 'PromptLogPart',
  tableName: 'prompt_log_parts',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    /** The first half of the text's SHA-256. */
    id: p.uuid().primary(),
    text: p.text(),
  },
});
