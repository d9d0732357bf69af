import type { ColumnType, Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import { CamelCasePlugin, sql } from 'kysely';
import type { TenantId } from './ids.ts';

/**
 * The tables that `tx.db` reads and writes, in camelCase. Entities add theirs in `database/entities.ts`, which this
 * folder may not import; the migrator's own table has none.
 */
export interface Tables {
  kaivoxMigrations: { id: ColumnType<number>; name: string; executedAt: Date };
}

/** A statement builder whose tables and columns are the entities'. */
export type Db = Kysely<Tables>;

/** A value for a json or jsonb column. */
export type Json<T> = RawBuilder<T>;

/** Writes a value into a json or jsonb column: the driver would take a bare array for one of PostgreSQL's. */
export const json = <T>(value: T): Json<T> => sql<T>`${JSON.stringify(value)}`;

/**
 * Between `startedAt` here and `started_at` there, for tables, columns and results; what lies inside JSON is data and
 * stays. MikroORM's own plugin does the same from its metadata, but leaves a column of a joined table as it is unless
 * its table is named, so that a wrong statement compiles; and goes through all columns once more for every statement.
 */
export const camelCase = new CamelCasePlugin({
  maintainNestedObjectKeys: true,
  underscoreBetweenUppercaseLetters: true,
});

/** An instant with its microseconds, which a Date would round away: for a row's place in a list, that is, its cursor. */
export const exactly = (instant: Expression<Date | null>): RawBuilder<string> => sql`${instant}::text`;

/**
 * The rows of a list, newest first, that come after a cursor's place. A comparison of rows, so that the index that the
 * list is sorted by is read from there on.
 */
export const comesAfter = (
  [instant, id]: [Expression<Date | null>, Expression<string>],
  after: { at: string; id: string } | undefined,
): RawBuilder<SqlBool> =>
  after ? sql`(${instant}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;

/** For `where('id', '=', anyOf(ids))`: the same statement however many there are, and none is no error, as `in ()` is. */
export const anyOf = <Value extends string>(values: readonly Value[]): RawBuilder<Value> =>
  sql`any(${values})`;

/** Whether a row's tenant and id are those of one of `rows`: the same statement however many there are. */
export const isAmong = (
  [tenantId, id]: [Expression<string>, Expression<string>],
  rows: readonly { tenantId: TenantId; id: string }[],
): RawBuilder<SqlBool> => {
  const keys = sql.join([rows.map((row) => row.tenantId), rows.map((row) => row.id)].map(uuids));
  return sql`(${tenantId}, ${id}) in (select * from unnest(${keys}))`;
};

const uuids = (ids: readonly string[]) => sql`${ids}::uuid[]`;
