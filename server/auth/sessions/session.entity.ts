import { defineEntity, p } from '@mikro-orm/core';

/** A signed-in client. The token itself is not here, only its SHA-256. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    tokenHash: p.blob().primary(),
    userId: p.uuid(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    /** When it ends unless it is used. */
    expiresAt: p.datetime(),
    /** When it ends in any case. */
    endsAt: p.datetime(),
  },
});
