import type { Tx } from '../../infra/database.ts';
import type { Viewer } from '../access.ts';

/** Announced with the session's id as soon as it has ended: WebSockets that were opened in it close. */
export const SESSION_ENDED = 'session_ended';

export type NewSession = {
  tokenHash: Buffer;
  userId: string;
  /** The hash that the password was verified against: a password that was changed meanwhile starts no session. */
  passwordHash: string;
  now: Date;
  expiresAt: Date;
  endsAt: Date;
};

/** @returns false where the user was disabled, or got another password, a moment ago */
export async function insertSession(tx: Tx, session: NewSession): Promise<boolean> {
  const { tokenHash, userId, passwordHash, now, expiresAt, endsAt } = session;
  // The lock makes whoever disables the user or changes the password wait, and then end this session as well.
  const inserted = await tx.one(
    `insert into sessions (token_hash, user_id, created_at, last_seen_at, expires_at, ends_at)
     select $1, id, $4, $4, $5, $6 from users
      where id = $2 and password_hash = $3 and disabled_at is null for share
     returning 1`,
    [tokenHash, userId, passwordHash, now, expiresAt, endsAt],
  );
  return inserted !== undefined;
}

/**
 * Who is behind a session, in one statement that also moves its end where it was last moved before `staleAt`.
 * @returns undefined for a session that has ended, or whose user is disabled
 */
export function findViewer(
  tx: Tx,
  { tokenHash, now, staleAt, expiresAt }: { tokenHash: Buffer; now: Date; staleAt: Date; expiresAt: Date },
): Promise<Viewer | undefined> {
  return tx.one<Viewer>(
    `with live as (
       select s.token_hash, u.id, u.email, u.name, u.role, u.tenant_id, u.must_change_password
         from sessions s join users u on u.id = s.user_id
        where s.token_hash = $1 and s.expires_at > $2 and u.disabled_at is null
     ), renewed as (
       update sessions s set last_seen_at = $2, expires_at = least($4, s.ends_at)
         from live where s.token_hash = live.token_hash and s.last_seen_at < $3
     )
     select id as "userId", email, name, role, tenant_id as "tenantId",
            must_change_password as "mustChangePassword", encode(token_hash, 'hex') as "sessionId"
       from live`,
    [tokenHash, now, staleAt, expiresAt],
  );
}

/** Ends one session. Ending it again changes nothing. */
export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query(ending(`token_hash = decode($1, 'hex')`), [sessionId]);
}

/** Ends a user's sessions, but for the one that is to be kept. */
export async function endSessionsOf(tx: Tx, userId: string, kept?: string): Promise<void> {
  await tx.query(ending(`user_id = $1 and encode(token_hash, 'hex') is distinct from $2`), [
    userId,
    kept ?? null,
  ]);
}

const ending = (which: string) => `
  with ended as (delete from sessions where ${which} returning encode(token_hash, 'hex') as id)
  select pg_notify('${SESSION_ENDED}', id) from ended`;
