import { defineEntity, p } from '@mikro-orm/core';
import type { CustomerId, TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';

/** A person who called, known by the number that they call from. */
export const CustomerEntity = defineEntity({
  name: 'Customer',
  tableName: 'customers',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().$type<CustomerId>().primary().defaultRaw('gen_random_uuid()'),
    phone: p.text().$type<E164>(),
    name: p.text().nullable(),
    /** It was heard in a call that a stranger may have made, and no person wrote it: the receptionist isn't told it. */
    nameUnverified: p.boolean().default(false),
    /** What the caller last said that their name is. */
    heardName: p.text().nullable(),
    /** BCP 47: what the caller last spoke. */
    heardLanguage: p.text().nullable(),
    notes: p.text().nullable(),
    /** Whether the receptionist knows the notes. */
    notesTellable: p.boolean().default(false),
    tags: p.array().default([]),
    firstSeenAt: p.datetime(6),
    lastCallAt: p.datetime(6).nullable(),
    callCount: p.integer().default(0),
  },
});
