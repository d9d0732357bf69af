import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';

export const PHONE_NUMBER_STATUSES = ['PROVISIONING', 'ACTIVE', 'RELEASING', 'RELEASED'] as const;
export type PhoneNumberStatus = (typeof PHONE_NUMBER_STATUSES)[number];

/** OWN: brought along from the tenant's own account at Vobiz. MARKETPLACE: bought here, with the platform's. */
export const PHONE_NUMBER_SOURCES = ['OWN', 'MARKETPLACE'] as const;
export type PhoneNumberSource = (typeof PHONE_NUMBER_SOURCES)[number];

/** A number that callers dial to reach a tenant. */
export const PhoneNumberEntity = defineEntity({
  name: 'PhoneNumber',
  tableName: 'phone_numbers',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    e164: p.text().$type<E164>(),
    label: p.text().nullable(),
    /** The business's other number, whose calls are forwarded to this one. */
    forwardedFrom: p.text().$type<E164>().nullable(),
    status: p.text().$type<PhoneNumberStatus>().default('ACTIVE'),
    statusSince: p.datetime(6).defaultRaw('now()'),
    demo: p.boolean().default(false),
    source: p.text().$type<PhoneNumberSource>().default('OWN'),
    /** The App ID of the account that it was bought with; null for demo numbers and for OWN ones. */
    account: p.text().nullable(),
    /** The tenant's own X-Auth-Token for this number, encrypted. */
    providerApiKey: p.blob().$type<Buffer>().nullable().hidden(),
    /** Vobiz's account that this key belongs to, once Vobiz has accepted the two together; a trigger forgets it with the key. */
    keyAccount: p.text().nullable(),
    createdAt: p.datetime(6).defaultRaw('now()'),
    /** Minor units of `feeCurrency`, as `releaseFee`. */
    monthlyFee: p.integer().nullable(),
    feeCurrency: p.text().nullable(),
    nextBillingAt: p.datetime(6).nullable(),
    /** The application at Vobiz that it was last seen attached to. */
    applicationId: p.text().nullable(),
    /** Why it doesn't answer calls yet, as a sentence; only while PROVISIONING. */
    provisioningIssue: p.text().nullable(),
    /** How often attaching it failed in a row. */
    wiringAttempts: p.integer().default(0),
    /** Until then a release can be taken back. */
    cooldownEndsAt: p.datetime(6).nullable(),
    releaseFee: p.integer().nullable(),
    /** Bought here, or added by a super admin; else it is a tenant's word that it has it, which binds no other. */
    isCertain: p.boolean().default(false),
    /** Since when Vobiz no longer lists it as the platform's, though no admin released it here. */
    lostSince: p.datetime(6).nullable(),
  },
});
