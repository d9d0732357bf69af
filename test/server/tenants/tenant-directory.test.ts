import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../../server/infra/clock.ts';
import { createLog } from '../../../server/infra/log.ts';
import { Notifications } from '../../../server/infra/notifications.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import { PersonaService } from '../../../server/tenants/personas/persona.service.ts';
import { TenantService } from '../../../server/tenants/tenant.service.ts';
import { TenantDirectory } from '../../../server/tenants/tenant-directory.ts';
import { aDatabase } from '../../support/database.ts';
import { anAdminOf, aSuperAdmin } from '../../support/viewer.ts';

const own = await aDatabase();
const tenants = new TenantService(own.database, () => undefined);
const boss = aSuperAdmin();

test('callers hear of a tenant, its suspension and its new greeting without delay', async () => {
  const directory = await aDirectory();
  expect(await directory.bySlug('lotus')).toBeUndefined();

  const { id } = await tenants.create({ name: 'Lotus', slug: 'lotus' }, boss);
  await vi.waitFor(async () =>
    expect(await directory.bySlug('lotus')).toMatchObject({ id, status: 'ACTIVE' }),
  );

  await tenants.update(id, { status: 'SUSPENDED' }, boss);
  await vi.waitFor(async () =>
    expect(await directory.bySlug('lotus')).toMatchObject({ status: 'SUSPENDED' }),
  );

  await new PersonaService(own.database).update(null, { greeting: 'Namaste!' }, anAdminOf(id));
  await vi.waitFor(async () =>
    expect(await directory.bySlug('lotus')).toMatchObject({ persona: { version: 2, greeting: 'Namaste!' } }),
  );
});

async function aDirectory(): Promise<TenantDirectory> {
  const notifications = new Notifications(own.url, createLog('silent'));
  await notifications.start();
  onTestFinished(() => notifications.stop());
  const directory = new TenantDirectory(
    own.database,
    systemClock,
    notifications,
    new Vault(Buffer.alloc(32, 7)),
  );
  // Until PostgreSQL listens for it, what is announced is missed.
  await notifications.settled;
  return directory;
}
