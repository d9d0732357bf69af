import { defineEntity, p } from '@mikro-orm/core';
import type { UserId } from '../../infra/ids.ts';

/** A signed-in client. The token itself is not here, only its SHA-256. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    tokenHash: p.blob().$type<Buffer>().primary(),
    userId: p.uuid().$type<UserId>(),
    createdAt: p.datetime(6).defaultRaw('now()'),
    lastSeenAt: p.datetime(6).defaultRaw('now()'),
    /** When it ends unless it is used. */
    expiresAt: p.datetime(6),
    /** When it ends in any case. */
    endsAt: p.datetime(6).defaultRaw("(now() + '30 days'::interval)"),
    /** Where the user signed in from, and with what, as the client said; null for sessions from before we asked. */
    address: p.text().nullable(),
    userAgent: p.text().nullable(),
    /** When a code of the user's second factor was last given in it. */
    secondFactorAt: p.datetime(6).nullable(),
  },
});
