import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { UserId } from '../infra/ids.ts';

/** What proving who one is goes by. */
export type Credentials = {
  id: UserId;
  email: string;
  passwordHash: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
};

const SHOWN = [
  'id',
  'email',
  'passwordHash',
  sql<boolean>`${sql.ref('disabledAt')} is not null`.as('isDisabled'),
  sql<boolean>`${sql.ref('secondFactorConfirmedAt')} is not null`.as('hasSecondFactor'),
] as const;

/** @param email as it was typed; upper and lower case are the same */
export function findCredentials({ db }: Tx, email: string): Promise<Credentials | undefined> {
  return db
    .selectFrom('users')
    .select(SHOWN)
    .where(sql<boolean>`lower(${sql.ref('email')}) = lower(${email.trim()})`)
    .executeTakeFirst();
}

/** @throws Error for a user who isn't there */
export async function credentialsOf({ db }: Tx, id: UserId): Promise<Credentials> {
  const credentials = await db.selectFrom('users').select(SHOWN).where('id', '=', id).executeTakeFirst();
  if (!credentials) throw new Error('A user who was just there is missing');
  return credentials;
}
