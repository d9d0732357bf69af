import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** A key that a tenant's webhook addresses carry or carried, for as long as it is answered. */
export const WebhookKeyEntity = defineEntity({
  name: 'WebhookKey',
  tableName: 'webhook_keys',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    /** SHA-256 of the key: what webhooks are compared with. */
    hash: p.blob().$type<Buffer>().hidden(),
    /** The key itself, encrypted: addresses are shown with it. Null once it is replaced, or its SECRET_KEY was given up. */
    sealed: p.blob().$type<Buffer>().nullable().hidden(),
    /** Null for the one that addresses carry now. */
    answeredUntil: p.datetime(6).nullable(),
    createdAt: p.datetime(6).defaultRaw('now()'),
  },
});
