import { type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import { Database, type Tx } from '../../server/infra/database.ts';
import type { TenantId } from '../../server/infra/ids.ts';
import type { TestDatabase } from './database.ts';

/** A database that notes the statements that work runs in it; those around a transaction aren't among them. */
export class CountingDatabase extends Database {
  readonly statements: string[] = [];
  readonly #notes: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      this.statements.push(new PostgresQueryCompiler().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };

  constructor({ database }: TestDatabase) {
    // The test's PostgreSQL is used as a superuser, whom row-level security has to be imposed on.
    super(database.orm, true);
  }

  override inTenant<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    options?: Parameters<Database['inTenant']>[2],
  ): Promise<T> {
    return super.inTenant(tenantId, (tx) => work(this.#noting(tx)), options);
  }

  override asPlatform<T>(work: (tx: Tx) => Promise<T>, options?: { lock?: string }): Promise<T> {
    return super.asPlatform((tx) => work(this.#noting(tx)), options);
  }

  #noting(tx: Tx): Tx {
    const run: Tx['run'] = (statement, given) => {
      this.statements.push(statement.sql);
      return tx.run(statement, given);
    };
    return Object.create(tx, {
      run: { value: run },
      db: { get: () => tx.db.withPlugin(this.#notes) },
    }) as Tx;
  }
}
