import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from './ids.ts';

/** A tenant's rows, counted by triggers as they come and go: the sum over the shards. */
export const TallyEntity = defineEntity({
  name: 'Tally',
  tableName: 'tallies',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    subject: p.text().$type<'calls' | 'customers'>().primary(),
    /** Sixteen counters, so that calls don't queue for one. */
    shard: p.smallint().primary(),
    amount: p.bigint('number'),
  },
});
