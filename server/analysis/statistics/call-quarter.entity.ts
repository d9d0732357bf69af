import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/** Everything that is counted of calls, as in call-measures.ts. */
export const counted = {
  calls: p.integer(),
  completed: p.integer(),
  lost: p.integer(),
  answered: p.integer(),
  missed: p.integer(),
  returningCallers: p.integer(),
  seconds: p.bigint('number'),
  replies: p.integer(),
  replyMs: p.bigint('number'),
  positive: p.integer(),
  neutral: p.integer(),
  negative: p.integer(),
  resolved: p.integer(),
  followUpNeeded: p.integer(),
  transferred: p.integer(),
  abandoned: p.integer(),
  emergency: p.integer(),
  speakToHuman: p.integer(),
  complaint: p.integer(),
  bookAppointment: p.integer(),
  cancelAppointment: p.integer(),
  openingHours: p.integer(),
  pricing: p.integer(),
  location: p.integer(),
  general: p.integer(),
};

/** Calls that began in one quarter of an hour, counted: hours and days of every time zone are made of these. */
export const CallQuarterEntity = defineEntity({
  name: 'CallQuarter',
  tableName: 'call_quarters',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    quarter: p.datetime(6).primary(),
    ...counted,
  },
});
