import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';

/** A nonce that a signed webhook has used up. */
export const WebhookNonceEntity = defineEntity({
  name: 'WebhookNonce',
  tableName: 'webhook_nonces',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    nonce: p.text().primary(),
    seenAt: p.datetime(6).defaultRaw('now()'),
  },
});
