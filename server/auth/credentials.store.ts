import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId, UserId } from '../infra/ids.ts';
import { emailKey, readEmailKey } from './email-key.store.ts';

/** What proving who one is goes by. */
export type Credentials = {
  id: UserId;
  email: string;
  tenantId: TenantId | null;
  passwordHash: string;
  isDisabled: boolean;
  hasSecondFactor: boolean;
};

/**
 * Accounts of one e-mail address that a sign-in looks at, the oldest first: a person may work for as many businesses.
 * Bounded, since a password takes a while to verify.
 */
const MOST_ACCOUNTS = 5;

const SHOWN = [
  'id',
  'email',
  'tenantId',
  'passwordHash',
  sql<boolean>`${sql.ref('disabledAt')} is not null`.as('isDisabled'),
  sql<boolean>`${sql.ref('secondFactorConfirmedAt')} is not null`.as('hasSecondFactor'),
] as const;

/**
 * The accounts of an e-mail address, one in each tenant at most, and the form in which the address is compared.
 * @param email as it was typed
 */
export async function findCredentials(
  tx: Tx,
  email: string,
): Promise<{ key: string; accounts: Credentials[] }> {
  const key = await readEmailKey(tx, email);
  const accounts = await tx.db
    .selectFrom('users')
    .select(SHOWN)
    .where((eb) => eb(emailKey(eb.ref('email')), '=', key))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(MOST_ACCOUNTS)
    .execute();
  return { key, accounts };
}

/** @throws Error for a user who isn't there */
export async function credentialsOf({ db }: Tx, id: UserId): Promise<Credentials> {
  const credentials = await db.selectFrom('users').select(SHOWN).where('id', '=', id).executeTakeFirst();
  if (!credentials) throw new Error('A user who was just there is missing');
  return credentials;
}
