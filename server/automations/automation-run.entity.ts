import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { AutomationTrigger } from './automation.ts';
import type { ActionRun, RunOutcome } from './automation-run.store.ts';

/** What an automation made of a call: once for each trigger. */
export const AutomationRunEntity = defineEntity({
  name: 'AutomationRun',
  tableName: 'automation_runs',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    automationId: p.uuid(),
    callId: p.uuid().$type<CallId>(),
    trigger: p.text().$type<AutomationTrigger>(),
    outcome: p.text().$type<RunOutcome>(),
    /** Why it was held back, as a sentence. */
    reason: p.text().nullable(),
    actions: p.json<ActionRun[]>().defaultRaw("'[]'"),
    ranAt: p.datetime(6),
  },
});
