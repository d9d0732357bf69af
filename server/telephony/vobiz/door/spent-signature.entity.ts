import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../../infra/ids.ts';

/** A signature that a webhook came with: another with the same is a replay. */
export const SpentSignatureEntity = defineEntity({
  name: 'SpentSignature',
  tableName: 'spent_signatures',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    /** The HMAC-SHA256 itself: the same bytes may pass as V3 and as V2, with nonces that differ by a dot. */
    mac: p.blob().$type<Buffer>().primary(),
    seenAt: p.datetime(6).defaultRaw('now()'),
  },
});
