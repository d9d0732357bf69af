import { defineEntity, p } from '@mikro-orm/core';

/** When an account's numbers were last listed at Vobiz. */
export const NumberListingEntity = defineEntity({
  name: 'NumberListing',
  tableName: 'number_listings',
  properties: {
    /** The account's App ID. */
    account: p.text().primary(),
    listedAt: p.datetime(6).nullable(),
    triedAt: p.datetime(6),
    /** Why the last try failed, as a sentence. */
    problem: p.text().nullable(),
  },
});
