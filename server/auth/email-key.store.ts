import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';

/**
 * The form in which e-mail addresses are compared, wherever they are: by signing in, by making users and by the unique
 * index. PostgreSQL alone makes it (migration 0003), so that no two places can differ over a letter such as `İ`.
 */
export const emailKey = (email: Expression<string> | string): RawBuilder<string> =>
  sql<string>`internal.email_key(${email})`;

/** @param email as it was typed */
export async function readEmailKey({ db }: Tx, email: string): Promise<string> {
  const { key } = await db.selectNoFrom(emailKey(email).as('key')).executeTakeFirstOrThrow();
  return key;
}
