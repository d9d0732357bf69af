import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** Tokens that analysing calls took on one day of a tenant. */
export const AnalysisSpendingEntity = defineEntity({
  name: 'AnalysisSpending',
  tableName: 'analysis_spending',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    /** As 2026-11-24, in the tenant's time zone. */
    day: p.date().primary(),
    tokens: p.bigint('number'),
    /** Of these, what unverified calls took. */
    unverifiedTokens: p.bigint('number').defaultRaw('0'),
  },
});
