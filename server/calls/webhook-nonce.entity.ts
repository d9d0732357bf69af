import { defineEntity, p } from '@mikro-orm/core';

/** A nonce that a signed webhook has used up. */
export const WebhookNonceEntity = defineEntity({
  name: 'WebhookNonce',
  tableName: 'webhook_nonces',
  properties: {
    tenantId: p.uuid().primary(),
    nonce: p.text().primary(),
    seenAt: p.datetime(6).defaultRaw('now()'),
  },
});
