import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const TENANT_STATUSES = ['ACTIVE', 'SUSPENDED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

export const SIGNATURE_POLICIES = ['ACCEPT_UNSIGNED', 'REQUIRE_SIGNED'] as const;
export type SignaturePolicy = (typeof SIGNATURE_POLICIES)[number];

/** A business whose telephone is answered. */
export const TenantEntity = defineEntity({
  name: 'Tenant',
  tableName: 'tenants',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    name: p.text(),
    status: p.text().$type<TenantStatus>(),
    timeZone: p.text(),
    signaturePolicy: p.text().$type<SignaturePolicy>(),
    personaVersion: p.integer(),
    createdAt: p.datetime(),
  },
});
export type Tenant = InferEntity<typeof TenantEntity>;
