import { expect, onTestFinished, test, vi } from 'vitest';
import { type Clock, systemClock } from '../../../server/infra/clock.ts';
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

test('what was made of a persona’s version is kept with it when its tenant is read again', async () => {
  let now = new Date();
  const directory = await aDirectory({ now: () => now });
  const { id } = await tenants.create({ name: 'Rose', slug: 'rose' }, boss);
  // Until the announcement of the new tenant has come, everything is forgotten with it.
  await vi.waitFor(async () => {
    const first = await directory.bySlug('rose');
    now = new Date(now.getTime() + 60_000);
    const again = await directory.bySlug('rose');
    expect(again).not.toBe(first);
    expect(again?.persona).toBe(first?.persona);
  });

  await new PersonaService(own.database).update(null, { greeting: 'Namaste!' }, anAdminOf(id));
  await vi.waitFor(async () => expect((await directory.bySlug('rose'))?.persona.version).toBe(2));
});

async function aDirectory(clock: Clock = systemClock): Promise<TenantDirectory> {
  const notifications = new Notifications(own.url, createLog('silent'));
  await notifications.start();
  onTestFinished(() => notifications.stop());
  const directory = new TenantDirectory(own.database, clock, notifications, new Vault(Buffer.alloc(32, 7)));
  // Until PostgreSQL listens for it, what is announced is missed.
  await notifications.settled;
  return directory;
}
