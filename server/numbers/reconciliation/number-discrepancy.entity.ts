import { defineEntity, p } from '@mikro-orm/core';
import type { E164 } from '../../infra/phone-number.ts';

/** A number that Vobiz lists as the platform's, as it was last seen. */
export const NumberDiscrepancyEntity = defineEntity({
  name: 'NumberDiscrepancy',
  tableName: 'number_discrepancies',
  properties: {
    /** The account's App ID. */
    account: p.text().primary(),
    e164: p.text().$type<E164>().primary(),
    /** Minor units of `feeCurrency`. */
    monthlyFee: p.integer().nullable(),
    feeCurrency: p.text().nullable(),
    nextBillingAt: p.datetime(6).nullable(),
    foundAt: p.datetime(6),
  },
});
