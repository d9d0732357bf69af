import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { EncryptedColumn } from './encrypted-columns.ts';

// Which table it is, is known only when it runs; that the names are those of entities is said by EncryptedColumn.

type Sealed = { id: string; sealed: Buffer };

/** Every value of a column of credentials, with its row's id as text; locked until the transaction ends. */
export async function lockSealed(
  { db }: Tx,
  { table, column, rowId }: EncryptedColumn,
): Promise<readonly Sealed[]> {
  const { rows } = await sql<Sealed>`
    select ${sql.ref(rowId)}::text as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
     where ${sql.ref(column)} is not null for update`.execute(db);
  return rows;
}

/** @param sealed null clears it */
export async function writeSealed(
  { db }: Tx,
  { table, column, rowId }: EncryptedColumn,
  { id, sealed }: { id: string; sealed: Buffer | null },
): Promise<void> {
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
     where ${sql.ref(rowId)}::text = ${id}`.execute(db);
}
