import { expect, test } from 'vitest';
import { aDatabase } from '../../support/database.ts';

const { database } = await aDatabase();

test('a transaction without a tenant and without the platform sees no rows', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  await database.asPlatform((tx) =>
    tx.query(`insert into tenants (id, slug, name) values ($1, 'one', 'One')`, [id]),
  );

  const seen = (tenantId: string) =>
    database.inTenant(tenantId, (tx) => tx.query<{ slug: string }>('select slug from tenants'));

  expect(await seen(id)).toEqual([{ slug: 'one' }]);
  expect(await seen('00000000-0000-4000-8000-000000000002')).toEqual([]);
});
