import { expect, test } from 'vitest';
import { aDatabase } from '../../support/database.ts';

const { database } = await aDatabase();

test('a transaction without a tenant and without the platform sees no rows', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  await database.asPlatform(({ db }) =>
    db.insertInto('tenants').values({ id, slug: 'one', name: 'One' }).execute(),
  );

  const seen = (tenantId: string) =>
    database.inTenant(tenantId, ({ db }) => db.selectFrom('tenants').select('slug').execute());

  expect(await seen(id)).toEqual([{ slug: 'one' }]);
  expect(await seen('00000000-0000-4000-8000-000000000002')).toEqual([]);
});
