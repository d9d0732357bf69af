import { type Selectable, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { Tables } from '../infra/tables.ts';

/** As PostgreSQL names what an entity calls `providerApiKey`. */
type SnakeCase<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/** A row's columns that hold such values. */
type ColumnOf<Row, Value> = {
  [Name in keyof Row]-?: NonNullable<Row[Name]> extends Value ? SnakeCase<Name> : never;
}[keyof Row];

type EncryptedColumnIn<Name extends keyof Tables> = {
  table: SnakeCase<Name>;
  column: ColumnOf<Selectable<Tables[Name]>, Uint8Array>;
  rowId: ColumnOf<Selectable<Tables[Name]>, string | boolean>;
};

/**
 * A column of encrypted credentials, of those that the entities have. Each value is bound to its table, its column and
 * the text of its row's `rowId`, as PostgreSQL names them; only a transaction of the platform sees all of them.
 */
export type EncryptedColumn = { [Name in keyof Tables]: EncryptedColumnIn<Name> }[keyof Tables] & {
  /**
   * Whether an admin who knows it can simply enter it again. A second factor can't: without it, its owner isn't let in.
   */
  canBeEnteredAgain: boolean;
  /** Another table, whose row a value was copied from as it is: it is still bound to that. */
  boundTo?: EncryptedColumnIn<keyof Tables>['table'];
};

// Which table it is, is known only when it runs; EncryptedColumn holds the names to those of entities.

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
