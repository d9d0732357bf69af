import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import { escapeLiteral } from 'pg';
import type { HotStatement } from './hot-statement.ts';
import type { TenantId } from './ids.ts';
import { camelCase, type Db, type Tables } from './tables.ts';

/** The role that statements run under where the connection's own role would bypass row-level security. */
export const APP_ROLE = 'kaivox_app';

/** One transaction, inside one tenant or across the platform. */
export class Tx {
  #db: Db | undefined;

  constructor(private readonly connection: Kysely<Tables>) {}

  /** For lists, joins and upserts: tables and columns in camelCase, as the entities name them. */
  get db(): Db {
    this.#db ??= this.connection.withPlugin(camelCase);
    return this.#db;
  }

  /** Runs one of the few statements that stay in SQL, with its parameters by name. */
  async run<Given extends object, Row extends object>(
    statement: HotStatement<Given, Row>,
    given: Given,
  ): Promise<Row[]> {
    const query = CompiledQuery.raw(statement.sql, statement.valuesOf(given));
    return (await this.connection.executeQuery<Row>(query)).rows;
  }

  /**
   * Enqueues a job that becomes visible when this transaction commits. `key`: at most one such job waits. `priority`: of
   * jobs whose time has come, those of a lower number are taken first.
   */
  async addJob(
    task: string,
    payload: object,
    options: { key?: string; runAt?: Date; priority?: number } = {},
  ): Promise<void> {
    const { key = null, runAt = null, priority = 0 } = options;
    const given = sql.join([task, JSON.stringify(payload), key, runAt, priority]);
    const added = sql`internal.add_job(${given})`;
    await this.db.selectNoFrom(added.as('added')).execute();
  }

  /** Tells every instance when this transaction commits. Ids only: a payload is limited to 8,000 bytes. */
  async notify(channel: string, payload: string): Promise<void> {
    await this.db.selectNoFrom(sql`pg_notify(${channel}, ${payload})`.as('told')).execute();
  }
}

/**
 * The one door to PostgreSQL. Every transaction names whose rows it may touch, and row-level security holds it to
 * that: a query that forgets the tenant gets nothing.
 */
export class Database {
  /** Whose turn it is with a lock, within this process: the last of each row. */
  readonly #rows = new Map<string, Promise<unknown>>();

  /** @param setRole whether the connection's role is a superuser or bypasses row-level security */
  constructor(
    readonly orm: MikroORM,
    private readonly setRole: boolean,
  ) {}

  static async over(orm: MikroORM): Promise<Database> {
    const [row] = await orm.em
      .fork()
      .execute<[{ bypasses: boolean }]>(
        'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
      );
    return new Database(orm, row?.bypasses ?? false);
  }

  /**
   * Inside one tenant: other tenants' rows can be neither seen nor written.
   * @param options.lock serialises the transactions that name the same text, across all instances
   * @param options.inCall a caller waits: its prepared statements go by indexes from the first row on. A plan that is
   * kept from when a table was small would read all of it for as long as PostgreSQL hasn't looked at the table again.
   */
  inTenant<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    { lock, inCall = false }: TenantOptions = {},
  ): Promise<T> {
    return this.#run({ tenantId, platform: 'off', lock, inCall }, work);
  }

  /** Across tenants: for the platform's own work, such as signing in, super admins and maintenance. */
  asPlatform<T>(work: (tx: Tx) => Promise<T>, options: { lock?: string } = {}): Promise<T> {
    return this.#run({ tenantId: '', platform: 'on', lock: options.lock, inCall: false }, work);
  }

  /**
   * Runs a statement that names its tenant itself, by a function in the schema `internal`: committed by itself, in one
   * round trip.
   */
  async runAlone<Given extends object, Row extends object>(
    statement: HotStatement<Given, Row>,
    given: Given,
  ): Promise<Row[]> {
    const query = CompiledQuery.raw(statement.sql, statement.valuesOf(given));
    return (await this.#client.executeQuery<Row>(query)).rows;
  }

  /** Within a tenant, or across the platform where there is none: a super admin's read of any tenant's row. */
  within<T>(tenantId: TenantId | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    return tenantId === undefined ? this.asPlatform(work) : this.inTenant(tenantId, work);
  }

  /** Those that would wait for each other's lock wait here, and take no connection meanwhile. */
  #run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (scope.lock === undefined) return this.#transaction(scope, work);
    const row = `${scope.tenantId} ${scope.lock}`;
    const turn = (this.#rows.get(row) ?? Promise.resolve()).then(() => this.#transaction(scope, work));
    const over = turn.then(nothing, nothing);
    this.#rows.set(row, over);
    void over.then(() => {
      if (this.#rows.get(row) === over) this.#rows.delete(row);
    });
    return turn;
  }

  /**
   * The connection goes back to the pool however this ends: Kysely's own controlled transactions keep it for good where
   * their begin, commit or rollback fails, so that a database that was away would leave none.
   */
  #transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#client.connection().execute(async (connection) => {
      try {
        await connection.executeQuery(opening(scope, this.setRole ? APP_ROLE : 'none'));
        const result = await work(new Tx(connection));
        await connection.executeQuery(COMMIT);
        return result;
      } catch (error) {
        // A rollback that fails must not hide why the work failed.
        await connection.executeQuery(ROLLBACK).catch(() => undefined);
        throw error;
      }
    });
  }

  get #client(): Kysely<Tables> {
    return this.orm.em.getConnection().getClient() as Kysely<Tables>;
  }
}

const nothing = () => undefined;

type TenantOptions = { lock?: string; inCall?: boolean };

/** Whose rows a transaction may touch, what it is serialised by, and how its statements are planned. */
type Scope = { tenantId: TenantId | ''; platform: 'on' | 'off'; lock: string | undefined; inCall: boolean };

const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/**
 * Begins a transaction and says whose rows it may touch, in one round trip; several statements at once take no
 * parameters, so what is given is quoted.
 * @param role 'none' is what SET ROLE itself understands as "no other role"
 */
function opening({ tenantId, platform, lock, inCall }: Scope, role: string): CompiledQuery {
  const local = (name: string, value: string) => `set_config('${name}', ${quoted(value)}, true)`;
  const what = [local('role', role), local('app.tenant_id', tenantId), local('app.platform', platform)];
  if (inCall) what.push(local('enable_seqscan', 'off'));
  if (lock !== undefined)
    what.push(`pg_advisory_xact_lock(hashtextextended(${quoted(`${tenantId} ${lock}`)}, 0))`);
  return CompiledQuery.raw(`begin; select ${what.join(', ')}`);
}

/** No text that PostgreSQL takes holds a NUL, which would end the statement. */
const quoted = (text: string): string => escapeLiteral(text.replaceAll('\0', ''));
