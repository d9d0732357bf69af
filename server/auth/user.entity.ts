import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const ROLES = ['SUPER_ADMIN', 'TENANT_ADMIN', 'TENANT_STAFF'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who signs in: the platform's own people have no tenant, everybody else has one. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid().nullable(),
    email: p.text(),
    name: p.text(),
    role: p.text().$type<Role>(),
    passwordHash: p.text().hidden(),
    createdAt: p.datetime(),
  },
});
export type User = InferEntity<typeof UserEntity>;
