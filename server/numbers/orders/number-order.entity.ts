import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId, UserId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';

export const NUMBER_ORDER_KINDS = ['PURCHASE', 'RELEASE'] as const;
export type NumberOrderKind = (typeof NUMBER_ORDER_KINDS)[number];

export const NUMBER_ORDER_STATUSES = ['PENDING', 'SUCCEEDED', 'FAILED', 'UNCERTAIN'] as const;
export type NumberOrderStatus = (typeof NUMBER_ORDER_STATUSES)[number];

/** What was asked for, sent and found out about one purchase or release. */
export const NumberOrderEntity = defineEntity({
  name: 'NumberOrder',
  tableName: 'number_orders',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    kind: p.text().$type<NumberOrderKind>(),
    status: p.text().$type<NumberOrderStatus>(),
    e164: p.text().$type<E164>(),
    idempotencyKey: p.text(),
    demo: p.boolean(),
    /** The App ID of the account that it goes to. */
    account: p.text(),
    phoneNumberId: p.uuid().nullable(),
    /** The fees that the person saw and agreed to, in minor units. */
    seenSetupFee: p.integer().nullable(),
    seenMonthlyFee: p.integer().nullable(),
    seenCurrency: p.text().nullable(),
    /** The fees that the provider charged, in minor units of `feeCurrency`; null until and unless it told. */
    setupFee: p.integer().nullable(),
    monthlyFee: p.integer().nullable(),
    releaseFee: p.integer().nullable(),
    feeCurrency: p.text().nullable(),
    requestedBy: p.uuid().$type<UserId>().nullable(),
    requestedAt: p.datetime(6),
    /** Written before the one request leaves: from then on it may have been carried out, whatever happens to us. */
    sentAt: p.datetime(6).nullable(),
    /** After that instant the request isn't carried out any more. */
    mayActUntil: p.datetime(6).nullable(),
    settledAt: p.datetime(6).nullable(),
    /** A sentence for a person, while UNCERTAIN and once FAILED. */
    failure: p.text().nullable(),
  },
});
