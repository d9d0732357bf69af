import { defineEntity, p } from '@mikro-orm/core';

/** How often something was tried lately. The table is rate-limiter-flexible's, which writes it by itself. */
export const AttemptLimitEntity = defineEntity({
  name: 'AttemptLimit',
  tableName: 'attempt_limits',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** In milliseconds since 1970. */
    expire: p.bigint('number').nullable(),
  },
});
