import { defineEntity, p } from '@mikro-orm/core';
import type { E164 } from '../infra/phone-number.ts';

/** A person who called, known by the number that they call from. */
export const CustomerEntity = defineEntity({
  name: 'Customer',
  tableName: 'customers',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    phone: p.text().$type<E164>(),
    name: p.text().nullable(),
    /** What the caller last said that their name is. */
    heardName: p.text().nullable(),
    notes: p.text().nullable(),
    tags: p.array(),
    firstSeenAt: p.datetime(),
    lastCallAt: p.datetime().nullable(),
    callCount: p.integer(),
  },
});
