import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId, UserId } from '../../infra/ids.ts';

/** The one that may do most first. */
export const ROLES = ['SUPER_ADMIN', 'TENANT_ADMIN', 'TENANT_STAFF'] as const;
export type Role = (typeof ROLES)[number];

/** How much a role may do: more than those with a lower rank. */
export const rankOf = (role: Role): number => ROLES.length - ROLES.indexOf(role);

/** A person who signs in: super admins have no tenant, all other users have one. */
export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().$type<UserId>().primary(),
    tenantId: p.uuid().$type<TenantId>().nullable(),
    email: p.text(),
    name: p.text(),
    role: p.text().$type<Role>(),
    passwordHash: p.text().hidden(),
    createdAt: p.datetime(6).defaultRaw('now()'),
    /** By a super admin or by us at the start, not by a tenant's admin: the address is taken in all tenants then. */
    createdByPlatform: p.boolean().default(true),
    /** Null while the user may sign in. */
    disabledAt: p.datetime(6).nullable(),
    /** An admin or we made the password: the user has to choose another first. */
    mustChangePassword: p.boolean().default(false),
    /** TOTP's secret, encrypted; in force once it is confirmed. */
    secondFactorSecret: p.blob().$type<Buffer>().nullable().hidden(),
    secondFactorConfirmedAt: p.datetime(6).nullable(),
    /** The last of TOTP's time steps that a code was taken for. */
    secondFactorLastStep: p.bigint('number').nullable(),
  },
});
