import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';
import type { Intent } from '../understanding/intents/intents.ts';
import type { AutomationTrigger, Conditions } from './automation.ts';

/** What a tenant has done when calls come in. */
export const AutomationEntity = defineEntity({
  name: 'Automation',
  tableName: 'automations',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    enabled: p.boolean(),
    trigger: p.text().$type<AutomationTrigger>(),
    /** One of them must have come up; none are no condition. */
    intents: p.array().$type<Intent[]>(),
    conditions: p.json<Conditions>(),
    createdAt: p.datetime(6),
    lastRunAt: p.datetime(6).nullable(),
    runCount: p.integer().default(0),
  },
});
