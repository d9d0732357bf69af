import type { Tx } from '../../infra/database.ts';

/** @returns millionths of a rupee, or null where the carrier's own threshold counts */
export async function readLowBalance({ db }: Tx): Promise<number | null> {
  const row = await db.selectFrom('carrierSettings').select('lowBalanceMicros').executeTakeFirst();
  return row?.lowBalanceMicros ?? null;
}

export async function writeLowBalance(
  { db }: Tx,
  { lowBalanceMicros, now }: { lowBalanceMicros: number | null; now: Date },
): Promise<void> {
  await db.updateTable('carrierSettings').set({ lowBalanceMicros, updatedAt: now }).execute();
}
