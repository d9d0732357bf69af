import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';
import type { RedactedField } from './redacted-fields.ts';
import type { WebhookDialect } from './webhook-codec.ts';
import type { LoggedWebhookName, WebhookOutcome, WebhookReason } from './webhook-note.ts';

/** A carrier's webhook: what it said, which holds callers' words, and what it was answered. */
export const WebhookLogEntity = defineEntity({
  name: 'WebhookLog',
  tableName: 'webhook_log',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    /** Null for a slug that no tenant has. */
    tenantId: p.uuid().$type<TenantId>().nullable(),
    at: p.datetime(6),
    slug: p.text(),
    webhook: p.text().$type<LoggedWebhookName>(),
    method: p.text(),
    contentType: p.text().nullable(),
    dialect: p.text().$type<WebhookDialect>().nullable(),
    providerCallId: p.text().nullable(),
    /** The customer's number, by which a person's rows are found. */
    phone: p.text().nullable(),
    status: p.smallint(),
    milliseconds: p.float(),
    outcome: p.text().$type<WebhookOutcome>(),
    reason: p.text().$type<WebhookReason>().nullable(),
    query: p.json<RedactedField[]>().columnType('json'),
    /** Null where nothing could be read. */
    body: p.json<RedactedField[]>().columnType('json').nullable(),
    /** Whether it was known to come from the carrier. */
    verified: p.boolean().default(false),
    /** Something was left out for its length. */
    isCut: p.boolean(),
    xml: p.text(),
  },
});
