import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** How many replies to unverified calls the model was asked for on one day of a tenant's. */
export const UnverifiedModelTurnsEntity = defineEntity({
  name: 'UnverifiedModelTurns',
  tableName: 'unverified_model_turns',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    /** As 2026-11-24, in the tenant's time zone. */
    day: p.date().primary(),
    amount: p.integer(),
  },
});
