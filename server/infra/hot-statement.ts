/** A type of PostgreSQL's, as `format_type` writes it, and what the pool makes of it, as `Value`. */
export class SqlType<Value> {
  /** For the compiler alone. */
  declare readonly value: Value;

  constructor(
    readonly name: string,
    readonly isNullable = false,
  ) {}
}

export const uuid = <Value extends string = string>() => new SqlType<Value>('uuid');
export const text = <Value extends string = string>() => new SqlType<Value>('text');
export const bool = () => new SqlType<boolean>('boolean');
export const int4 = () => new SqlType<number>('integer');
export const int8 = () => new SqlType<number>('bigint');
export const float4 = () => new SqlType<number>('real');
export const float8 = () => new SqlType<number>('double precision');
export const bytea = () => new SqlType<Buffer>('bytea');
/** Of milliseconds; what needs microseconds is read as text. */
export const timestamptz = () => new SqlType<Date>('timestamp with time zone');
/** Only as a parameter: what PostgreSQL wrote itself, with its microseconds, or 'infinity'. */
export const timestamptzText = () => new SqlType<string>('timestamp with time zone');
export const json = <Value>() => new SqlType<Value>('json');
export const jsonb = <Value>() => new SqlType<Value>('jsonb');
/** What a function such as `pg_notify` returns. */
export const nothing = () => new SqlType<unknown>('void');
export const arrayOf = <Value>({ name }: SqlType<Value>) => new SqlType<readonly Value[]>(`${name}[]`);
/**
 * PostgreSQL's description doesn't tell whether a value may be null: only of a table's own column does a test know, and
 * of none that an outer join may leave out.
 */
export const nullable = <Value>({ name }: SqlType<Value>) => new SqlType<Value | null>(name, true);

type SqlTypes = Readonly<Record<string, SqlType<unknown>>>;
type ValuesOf<Types extends SqlTypes> = { [Name in keyof Types]: Types[Name]['value'] };

const stated: HotStatement[] = [];
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared, so that PostgreSQL parses and plans it once; undefined
 * for any other statement. Only those that are stated in code are kept: their number is known.
 */
export const preparedName = (sql: string): string | undefined => names.get(sql);

/** Has connections keep a statement prepared. */
function keepPrepared(sql: string): string {
  names.set(sql, `kaivox_${names.size}`);
  return sql;
}

/** Every statement of the modules that are loaded. */
export const hotStatements: readonly HotStatement[] = stated;

/** One of the few statements in SQL, with what it takes and gives. `tx.run` runs nothing else. */
export class HotStatement<Given extends object = object, Row extends object = object> {
  /** For the compiler alone. */
  declare readonly row: Row;

  constructor(
    readonly sql: string,
    readonly columns: SqlTypes,
    readonly parameters: SqlTypes,
  ) {}

  /** In the order of $1, $2 …; JSON is written out, as the driver takes a bare array for one of PostgreSQL's. */
  valuesOf(given: Given): unknown[] {
    const values = new Map<string, unknown>(Object.entries(given));
    return Object.entries(this.parameters).map(([name, { name: type }]) => {
      const value = values.get(name) ?? null;
      return value !== null && (type === 'json' || type === 'jsonb') ? JSON.stringify(value) : value;
    });
  }
}

/**
 * States a statement that stays in SQL because a caller waits for it, or a list of many: in a store, at the top of its
 * module, where `test/architecture/hot-statements.test.ts` finds it and compares it with the database's own description.
 * @param columns what it gives, by name
 * @param parameters what it takes, in the order of $1, $2 …
 */
export const hotStatement = <Columns extends SqlTypes, Parameters extends SqlTypes>(
  sql: string,
  columns: Columns,
  parameters: Parameters,
): HotStatement<ValuesOf<Parameters>, ValuesOf<Columns>> => {
  const statement = new HotStatement<ValuesOf<Parameters>, ValuesOf<Columns>>(sql, columns, parameters);
  stated.push(statement);
  return statement;
};

/**
 * As `hotStatement`, and kept prepared by every connection: for what a call waits for, whose plan is the same for every
 * tenant. Not for searches and counts, whose best plan depends on what is asked for.
 */
export const preparedStatement: typeof hotStatement = (sql, columns, parameters) =>
  hotStatement(keepPrepared(sql), columns, parameters);
