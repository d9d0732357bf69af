import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';
import type { ActionSpec } from '../automation.ts';

/** One step of an automation. It keeps its id when the automation is changed: deliveries that wait are signed with it. */
export const AutomationActionEntity = defineEntity({
  name: 'AutomationAction',
  tableName: 'automation_actions',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    automationId: p.uuid(),
    position: p.integer(),
    kind: p.text().$type<ActionSpec['kind']>(),
    spec: p.json<ActionSpec>(),
    /** What webhooks are signed with; encrypted. */
    secret: p.blob().$type<Buffer>().nullable().hidden(),
    /** Holds also once a change of SECRET_KEY made the secret unreadable: nothing is sent unsigned then. */
    hasSecret: p.boolean().default(false),
  },
});
