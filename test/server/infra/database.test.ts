import { expect, test } from 'vitest';
import { newTenantId, type TenantId } from '../../../server/infra/ids.ts';
import { aDatabase } from '../../support/database.ts';

const { database } = await aDatabase();

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
