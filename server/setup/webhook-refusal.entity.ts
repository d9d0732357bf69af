import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';

/** When a tenant's webhook was last refused, for each reason. */
export const WebhookRefusalEntity = defineEntity({
  name: 'WebhookRefusal',
  tableName: 'webhook_refusals',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    why: p.text().$type<'signature' | 'key' | 'network' | 'unverified'>().primary(),
    at: p.datetime(6),
  },
});
