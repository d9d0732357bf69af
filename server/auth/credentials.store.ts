import type { Tx } from '../infra/database.ts';

/** What proving who one is goes by. */
export type Credentials = {
  id: string;
  email: string;
  passwordHash: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
};

const CREDENTIALS = `select id, email, password_hash as "passwordHash", disabled_at is not null as "isDisabled",
  second_factor_confirmed_at is not null as "hasSecondFactor" from users`;

/** @param email as it was typed; upper and lower case are the same */
export const findCredentials = (tx: Tx, email: string): Promise<Credentials | undefined> =>
  tx.one<Credentials>(`${CREDENTIALS} where lower(email) = lower($1)`, [email.trim()]);

/** @throws Error for a user who isn't there */
export async function credentialsOf(tx: Tx, id: string): Promise<Credentials> {
  const credentials = await tx.one<Credentials>(`${CREDENTIALS} where id = $1`, [id]);
  if (!credentials) throw new Error('A user who was just there is missing');
  return credentials;
}
