import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** What a caller asked in vain. */
export const UnansweredQuestionEntity = defineEntity({
  name: 'UnansweredQuestion',
  tableName: 'unanswered_questions',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    /** The same for questions that ask the same in other words. */
    gist: p.text().primary(),
    /** As the caller asked it. */
    question: p.text(),
    /** The call's. */
    startedAt: p.datetime(6),
  },
});
