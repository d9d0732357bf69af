import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** The application at Vobiz that a tenant's numbers are attached to, in one account. */
export const TenantApplicationEntity = defineEntity({
  name: 'TenantApplication',
  tableName: 'tenant_applications',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    /** The account's App ID. */
    account: p.text().primary(),
    applicationId: p.text(),
    /** SHA-256 of the webhooks that it was last given, in hexadecimal; from before keys, the webhooks themselves. */
    urls: p.text(),
    updatedAt: p.datetime(6),
  },
});
