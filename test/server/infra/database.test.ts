import { sql } from 'kysely';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createOrm } from '../../../server/database/orm.ts';
import { Database, type Tx } from '../../../server/infra/database.ts';
import { newTenantId, type TenantId } from '../../../server/infra/ids.ts';
import { aDatabase } from '../../support/database.ts';

const { database, admin, url } = await aDatabase();

test('a transaction without a tenant and without the platform sees no rows', async () => {
  const id = newTenantId();
  await database.asPlatform(({ db }) =>
    db.insertInto('tenants').values({ id, slug: 'one', name: 'One' }).execute(),
  );

  const seen = (tenantId: TenantId) =>
    database.inTenant(tenantId, ({ db }) => db.selectFrom('tenants').select('slug').execute());

  expect(await seen(id)).toEqual([{ slug: 'one' }]);
  expect(await seen(newTenantId())).toEqual([]);
});

describe('a connection that breaks', () => {
  const POOL = 2;
  const few = createOrm({ url, poolSize: POOL });
  afterAll(() => few.close(true));
  const killed = sql`pg_terminate_backend(pg_backend_pid())`;
  const ways: Record<string, (tx: Tx) => Promise<unknown>> = {
    'while work is done in it': ({ db }: Tx) => db.selectNoFrom(killed.as('killed')).execute(),
    'once the work is done': async ({ db }: Tx) => {
      const [own] = await db.selectNoFrom(sql<number>`pg_backend_pid()`.as('pid')).execute();
      await admin('select pg_terminate_backend($1)', [own?.pid]);
    },
  };
  test.each(Object.entries(ways))('%s is replaced, however many do', async (_, work) => {
    const own = await Database.over(few);
    for (let times = 0; times <= 2 * POOL; times += 1) await expect(own.asPlatform(work)).rejects.toThrow();
    const one = ({ db }: Tx) => db.selectNoFrom(sql<number>`1`.as('one')).execute();
    expect(await Promise.all([own.asPlatform(one), own.asPlatform(one), own.asPlatform(one)])).toHaveLength(
      3,
    );
  });
});

test('what serialises transactions may hold anything', async () => {
  const lock = `'; drop table tenants; --\\ \0 "x" $1 ${'É'.repeat(50)}`;
  let running = 0;
  const alone = async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all([1, 2, 3].map(() => database.asPlatform(alone, { lock })));
});

test('who waits for the same lock takes no connection from others meanwhile', async () => {
  const two = createOrm({ url, poolSize: 2 });
  onTestFinished(() => two.close(true));
  const own = await Database.over(two);
  const { promise: open, resolve } = Promise.withResolvers<void>();
  const waiting = Array.from({ length: 10 }, () => own.asPlatform(() => open, { lock: 'one call' }));
  const one = ({ db }: Tx) => db.selectNoFrom(sql<number>`1`.as('one')).execute();
  expect(await own.asPlatform(one)).toEqual([{ one: 1 }]);
  resolve();
  await Promise.all(waiting);
});
