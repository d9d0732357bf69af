import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId, UserId } from '../../infra/ids.ts';

/** Who did what. Only ever added to; it outlives the user and the tenant that it names. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_log',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    at: p.datetime(6).defaultRaw('now()'),
    actorId: p.uuid().$type<UserId>().nullable(),
    actorEmail: p.text().nullable(),
    /** The thing and the verb, as `number.purchase`. */
    action: p.text(),
    tenantId: p.uuid().$type<TenantId>().nullable(),
    /** What it was done to, in a person's words. */
    subject: p.text().nullable(),
    /** Where the request came from. */
    address: p.text().nullable(),
    detail: p.json<object>().defaultRaw("'{}'"),
  },
});
