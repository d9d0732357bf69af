import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { E164 } from '../infra/phone-number.ts';

export const PHONE_NUMBER_STATUSES = ['PROVISIONING', 'ACTIVE', 'RELEASING', 'RELEASED'] as const;
export type PhoneNumberStatus = (typeof PHONE_NUMBER_STATUSES)[number];

/** A number that callers dial to reach a tenant. */
export const PhoneNumberEntity = defineEntity({
  name: 'PhoneNumber',
  tableName: 'phone_numbers',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    e164: p.text().$type<E164>(),
    label: p.text().nullable(),
    status: p.text().$type<PhoneNumberStatus>(),
    demo: p.boolean(),
    /** The tenant's own X-Auth-Token for this number, encrypted. */
    providerApiKey: p.blob().nullable().hidden(),
    createdAt: p.datetime(),
  },
});
export type PhoneNumber = InferEntity<typeof PhoneNumberEntity>;
