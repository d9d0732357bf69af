import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';
import type { WebhookReason } from './webhook-note.ts';

/** How many webhooks of a tenant were refused within one minute: the log itself keeps samples of them. */
export const RefusedWebhooksEntity = defineEntity({
  name: 'RefusedWebhooks',
  tableName: 'refused_webhooks',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    /** When the minute began. */
    minute: p.datetime(6).primary(),
    reason: p.text().$type<WebhookReason>().primary(),
    amount: p.bigint('number'),
  },
});
