import { defineEntity, p } from '@mikro-orm/core';
import type { CustomerId, TenantId } from '../infra/ids.ts';

/** What a customer is found by. Kept by triggers; only functions of the schema `internal` read it. */
export const CustomerTextEntity = defineEntity({
  name: 'CustomerText',
  tableName: 'customer_texts',
  schema: 'internal',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    customerId: p.uuid().$type<CustomerId>().primary(),
    /** In lower case, a line each. */
    body: p.text(),
  },
});
