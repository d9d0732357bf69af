import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';

/** @returns the sealed secret, whether it is in force yet or not; null for none */
export async function lockSecret(
  { db }: Tx,
  userId: UserId,
): Promise<{ sealed: Buffer | null; isConfirmed: boolean }> {
  const secret = await db
    .selectFrom('users')
    .select([
      'secondFactorSecret as sealed',
      sql<boolean>`${sql.ref('secondFactorConfirmedAt')} is not null`.as('isConfirmed'),
    ])
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return secret ?? { sealed: null, isConfirmed: false };
}

/** Keeps a secret that is not in force before it is confirmed. */
export async function writeSecret({ db }: Tx, userId: UserId, sealed: Buffer): Promise<void> {
  await db
    .updateTable('users')
    .set({ secondFactorSecret: sealed, secondFactorLastStep: null })
    .where('id', '=', userId)
    .execute();
}

/** Takes a time step once. @returns false for a step that was taken before, or that is older than such a one */
export async function takeStep({ db }: Tx, userId: UserId, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('users')
    .set({ secondFactorLastStep: step })
    .where('id', '=', userId)
    .where((eb) => eb(eb.fn.coalesce('secondFactorLastStep', eb.lit(-1)), '<', step))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Takes a recovery code once. @returns false for one that isn't there, or not any more */
export async function takeRecoveryCode({ db }: Tx, userId: UserId, hash: Buffer): Promise<boolean> {
  const taken = await db
    .deleteFrom('recoveryCodes')
    .where('userId', '=', userId)
    .where('codeHash', '=', hash)
    .returning('userId')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Puts a second factor into force. */
export async function confirmSecret(
  { db }: Tx,
  userId: UserId,
  { at, recoveryHashes }: { at: Date; recoveryHashes: Buffer[] },
): Promise<void> {
  await db.updateTable('users').set({ secondFactorConfirmedAt: at }).where('id', '=', userId).execute();
  await db
    .insertInto('recoveryCodes')
    .values(recoveryHashes.map((codeHash) => ({ userId, codeHash })))
    .execute();
}

export async function clearSecret({ db }: Tx, userId: UserId): Promise<void> {
  await db
    .updateTable('users')
    .set({ secondFactorConfirmedAt: null, secondFactorSecret: null, secondFactorLastStep: null })
    .where('id', '=', userId)
    .execute();
  await db.deleteFrom('recoveryCodes').where('userId', '=', userId).execute();
}
