import { defineEntity, p } from '@mikro-orm/core';

/** A call that a tenant's automations have yet to be asked about. */
export const DueAutomationEntity = defineEntity({
  name: 'DueAutomation',
  tableName: 'due_automations',
  properties: {
    tenantId: p.uuid().primary(),
    callId: p.uuid().primary(),
    phase: p.text().$type<'DURING_CALL' | 'AFTER_CALL'>().primary(),
    dueAt: p.datetime(6),
  },
});
