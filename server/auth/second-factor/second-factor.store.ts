import type { Tx } from '../../infra/database.ts';

/** @returns the sealed secret, whether it is in force yet or not; null for none */
export async function lockSecret(
  tx: Tx,
  userId: string,
): Promise<{ sealed: Buffer | null; isConfirmed: boolean }> {
  const row = await tx.one<{ sealed: Buffer | null; isConfirmed: boolean }>(
    `select second_factor_secret as sealed, second_factor_confirmed_at is not null as "isConfirmed"
       from users where id = $1 for update`,
    [userId],
  );
  return row ?? { sealed: null, isConfirmed: false };
}

/** Keeps a secret that is not in force before it is confirmed. */
export async function writeSecret(tx: Tx, userId: string, sealed: Buffer): Promise<void> {
  await tx.query('update users set second_factor_secret = $2, second_factor_last_step = null where id = $1', [
    userId,
    sealed,
  ]);
}

/** Takes a time step once. @returns false for a step that was taken before, or that is older than such a one */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const taken = await tx.one(
    `update users set second_factor_last_step = $2
      where id = $1 and coalesce(second_factor_last_step, -1) < $2 returning 1`,
    [userId, step],
  );
  return taken !== undefined;
}

/** Takes a recovery code once. @returns false for one that isn't there, or not any more */
export async function takeRecoveryCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean> {
  const taken = await tx.one('delete from recovery_codes where user_id = $1 and code_hash = $2 returning 1', [
    userId,
    hash,
  ]);
  return taken !== undefined;
}

/** Puts a second factor into force. */
export async function confirmSecret(
  tx: Tx,
  userId: string,
  { at, recoveryHashes }: { at: Date; recoveryHashes: Buffer[] },
): Promise<void> {
  await tx.query('update users set second_factor_confirmed_at = $2 where id = $1', [userId, at]);
  await tx.query('insert into recovery_codes (user_id, code_hash) select $1, unnest($2::bytea[])', [
    userId,
    recoveryHashes,
  ]);
}

export async function clearSecret(tx: Tx, userId: string): Promise<void> {
  await tx.query(
    `update users set second_factor_confirmed_at = null, second_factor_secret = null, second_factor_last_step = null
      where id = $1`,
    [userId],
  );
  await tx.query('delete from recovery_codes where user_id = $1', [userId]);
}
