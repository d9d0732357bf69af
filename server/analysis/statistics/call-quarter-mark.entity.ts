import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** A quarter of an hour in which calls changed since it was counted. Triggers write it, counting takes it away. */
export const CallQuarterMarkEntity = defineEntity({
  name: 'CallQuarterMark',
  tableName: 'call_quarter_marks',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    quarter: p.datetime(6).primary(),
    id: p.bigint('number').primary().autoincrement().generated('identity'),
  },
});
