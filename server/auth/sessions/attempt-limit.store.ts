import { CompiledQuery } from 'kysely';
import type { Tx } from '../../infra/database.ts';

/** Runs what rate-limiter-flexible asks of its table, in its own words with $1-style parameters. */
export async function askAttemptLimits(
  { db }: Tx,
  { text, values }: { text: string; values: readonly unknown[] },
): Promise<{ rows: Record<string, unknown>[]; rowCount: number }> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]));
  return { rows, rowCount: rows.length };
}

/** Deletes the counts that have run out. */
export async function deleteExpiredLimits({ db }: Tx, now: Date): Promise<void> {
  await db.deleteFrom('attemptLimits').where('expire', '<=', now.getTime()).execute();
}
