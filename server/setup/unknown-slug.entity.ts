import { defineEntity, p } from '@mikro-orm/core';

/** A slug that webhooks came for and no tenant has; the latest only. */
export const UnknownSlugEntity = defineEntity({
  name: 'UnknownSlug',
  tableName: 'unknown_slugs',
  properties: {
    slug: p.text().primary(),
    at: p.datetime(6),
  },
});
