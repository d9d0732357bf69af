import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';
import { counted } from './call-quarter.entity.ts';

/** Calls that began on one day of UTC, counted: the sum of its quarters. */
export const CallDayEntity = defineEntity({
  name: 'CallDay',
  tableName: 'call_days',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    day: p.datetime(6).primary(),
    ...counted,
  },
});
