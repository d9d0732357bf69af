import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import type { Viewer } from '../access.ts';

/** Announced with the session's id as soon as it has ended: WebSockets that were opened in it close. */
export const SESSION_ENDED = 'session_ended';

export type NewSession = {
  tokenHash: Buffer;
  userId: UserId;
  /** The hash that the password was verified against: a password that was changed meanwhile starts no session. */
  passwordHash: string;
  now: Date;
  expiresAt: Date;
  endsAt: Date;
  /** Where it was started from, and with what. */
  address: string | null;
  userAgent: string | null;
  /** When a code of the second factor was given in it. */
  secondFactorAt: Date | null;
};

/** @returns false where the user was disabled, or got another password, a moment ago */
export async function insertSession({ db }: Tx, session: NewSession): Promise<boolean> {
  const { tokenHash, userId, passwordHash, now, expiresAt, endsAt } = session;
  const { address, userAgent, secondFactorAt } = session;
  const inserted = await db
    .insertInto('sessions')
    .columns([
      ...(['tokenHash', 'userId', 'createdAt', 'lastSeenAt', 'expiresAt', 'endsAt'] as const),
      ...(['address', 'userAgent', 'secondFactorAt'] as const),
    ])
    .expression((eb) =>
      eb
        .selectFrom('users')
        .select(({ val }) => [
          val(tokenHash).as('tokenHash'),
          'id',
          val(now).as('createdAt'),
          val(now).as('lastSeenAt'),
          val(expiresAt).as('expiresAt'),
          val(endsAt).as('endsAt'),
          sql<string | null>`${address}::text`.as('address'),
          sql<string | null>`${userAgent}::text`.as('userAgent'),
          sql<Date | null>`${secondFactorAt}::timestamptz`.as('secondFactorAt'),
        ])
        .where('id', '=', userId)
        .where('passwordHash', '=', passwordHash)
        .where('disabledAt', 'is', null)
        // An admin who disables the user or changes the password waits, and then ends this session as well.
        .forShare(),
    )
    .returning('userId')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A session as everything but its own row knows it: what a token's hash is in hexadecimal. */
const sessionId = sql<string>`encode(${sql.ref('tokenHash')}, 'hex')`;

/**
 * Who is behind a session, in one statement that also moves its end where it was last moved before `staleAt`.
 * @returns undefined for a session that has ended, or whose user is disabled
 */
export async function findViewer(
  { db }: Tx,
  { tokenHash, now, staleAt, expiresAt }: { tokenHash: Buffer; now: Date; staleAt: Date; expiresAt: Date },
): Promise<Viewer | undefined> {
  const row = await db
    .with('live', (of) =>
      of
        .selectFrom('sessions as s')
        .innerJoin('users as u', 'u.id', 's.userId')
        .select(['s.tokenHash', 'u.id', 'u.email', 'u.name', 'u.role', 'u.tenantId', 'u.mustChangePassword'])
        .select((eb) => [
          's.secondFactorAt',
          eb('u.secondFactorConfirmedAt', 'is not', null).as('hasSecondFactor'),
          eb
            .and([
              eb('u.role', '=', 'SUPER_ADMIN'),
              eb('u.secondFactorConfirmedAt', 'is', null),
              eb.exists(
                eb.selectFrom('platformSettings').select('onlyRow').where('requireSecondFactor', '=', true),
              ),
            ])
            .as('mustSetUpSecondFactor'),
        ])
        .where('s.tokenHash', '=', tokenHash)
        .where('s.expiresAt', '>', now)
        .where('u.disabledAt', 'is', null),
    )
    .with('renewed', (of) =>
      of
        .updateTable('sessions as s')
        .from('live')
        .set((eb) => ({ lastSeenAt: now, expiresAt: eb.fn<Date>('least', [eb.val(expiresAt), 's.endsAt']) }))
        .whereRef('s.tokenHash', '=', 'live.tokenHash')
        .where('s.lastSeenAt', '<', staleAt),
    )
    .selectFrom('live')
    .select([
      'id as userId',
      'email',
      'name',
      'role',
      'tenantId',
      'mustChangePassword',
      'secondFactorAt',
      'hasSecondFactor',
      'mustSetUpSecondFactor',
      sessionId.as('sessionId'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { secondFactorAt, hasSecondFactor, mustSetUpSecondFactor, ...viewer } = row;
  return {
    ...viewer,
    ...(hasSecondFactor && { secondFactor: { givenAt: secondFactorAt } }),
    ...(mustSetUpSecondFactor && { mustSetUpSecondFactor: true }),
  };
}

/** A session as its user sees it; `id` is what is stored of its token. */
export type ListedSession = {
  id: string;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** Sessions that are shown at most. */
const MOST_SHOWN = 100;

/** A user's sessions that haven't ended, the one used last first. */
export function sessionsOf({ db }: Tx, userId: UserId, now: Date): Promise<ListedSession[]> {
  return db
    .selectFrom('sessions')
    .select([sessionId.as('id'), 'address', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('tokenHash')
    .limit(MOST_SHOWN)
    .execute();
}

/** A code of the user's second factor was given in a session. */
export async function writeSecondFactorAt({ db }: Tx, id: string, at: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ secondFactorAt: at })
    .where('tokenHash', '=', sql<Buffer>`decode(${id}, 'hex')`)
    .execute();
}

/** Ends one of a user's sessions. @returns whether there was such a one */
export async function endSessionOf({ db }: Tx, userId: UserId, id: string): Promise<boolean> {
  const told = await db
    .with('ended', (of) =>
      of
        .deleteFrom('sessions')
        .where('userId', '=', userId)
        .where('tokenHash', '=', sql<Buffer>`decode(${id}, 'hex')`)
        .returning(sessionId.as('id')),
    )
    .selectFrom('ended')
    .select((eb) => eb.fn<void>('pg_notify', [eb.val(SESSION_ENDED), 'id']).as('told'))
    .execute();
  return told.length > 0;
}

/** Ends one session. Ending it again changes nothing. */
export async function endSession({ db }: Tx, id: string): Promise<void> {
  await db
    .with('ended', (of) =>
      of
        .deleteFrom('sessions')
        .where('tokenHash', '=', sql<Buffer>`decode(${id}, 'hex')`)
        .returning(sessionId.as('id')),
    )
    .selectFrom('ended')
    .select((eb) => eb.fn<void>('pg_notify', [eb.val(SESSION_ENDED), 'id']).as('told'))
    .execute();
}

/** Ends a user's sessions, but for the one that is to be kept. */
export async function endSessionsOf({ db }: Tx, userId: UserId, kept?: string): Promise<void> {
  await db
    .with('ended', (of) =>
      of
        .deleteFrom('sessions')
        .where('userId', '=', userId)
        .where(sessionId, 'is distinct from', kept ?? null)
        .returning(sessionId.as('id')),
    )
    .selectFrom('ended')
    .select((eb) => eb.fn<void>('pg_notify', [eb.val(SESSION_ENDED), 'id']).as('told'))
    .execute();
}

/** Deletes the sessions that have run out, without announcing it. */
export async function deleteExpiredSessions({ db }: Tx, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
}
