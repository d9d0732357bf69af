import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../../server/infra/clock.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Notifications } from '../../../../server/infra/notifications.ts';
import { Secret, Vault } from '../../../../server/infra/secrets.ts';
import { PhoneNumberService } from '../../../../server/numbers/inventory/phone-number.service.ts';
import { WebhookTokens } from '../../../../server/numbers/inventory/webhook-tokens.ts';
import { PlatformSettingsService } from '../../../../server/settings/platform-settings.service.ts';
import { VOBIZ_API_KEY } from '../../../../server/settings/secret-places.ts';
import { aDatabase } from '../../../support/database.ts';
import { aSuperAdmin, aTenant, e164, oneVault } from '../situation.ts';

const { url, database, admin } = await aDatabase();
const notifications = new Notifications(url, createLog('silent'));
await notifications.start();
afterAll(() => notifications.stop());
const vault = oneVault();
/** Own numbers are attached by the tenant, who has their account. */
const noWiring = { wire: async () => undefined };
const numbers = new PhoneNumberService(database, vault, noWiring, systemClock);
const settings = new PlatformSettingsService(
  database,
  vault,
  async () => ({ status: 'CONNECTED', detail: 'Connected.' }),
  systemClock,
);
let tokens: WebhookTokens;

beforeEach(async () => {
  await admin('delete from phone_numbers');
  await admin('update platform_settings set vobiz_app_id = null, vobiz_api_key = null');
  await everythingAnnounced();
  tokens = new WebhookTokens(database, vault, systemClock, notifications);
});

/** PostgreSQL delivers in the order of commits: what an earlier test announced can't come into the next one. */
async function everythingAnnounced(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = notifications.on('so_far', () => resolve());
  await notifications.settled;
  await admin('notify so_far');
  await promise;
  stop();
}

const revealed = async (tenantId: TenantId) =>
  (await tokens.of(tenantId)).map((token) => token.reveal()).sort();
const savePlatformKey = (vobizApiKey: string | null) =>
  settings.update({ vobizAppId: 'MA_PLATFORM', vobizApiKey }, async () => undefined);

test('a tenant’s webhooks may be signed with its own numbers’ keys and the platform’s, and no other tenant’s', async () => {
  const [pragati, other] = [await aTenant(database), await aTenant(database)];
  await savePlatformKey('platform-key');
  await numbers.add({ tenantId: pragati, e164: e164(1), providerApiKey: 'own-key' }, aSuperAdmin);
  await numbers.add({ tenantId: pragati, e164: e164(2), providerApiKey: 'own-key' }, aSuperAdmin);
  await numbers.add({ tenantId: pragati, e164: e164(3) }, aSuperAdmin);
  await numbers.add({ tenantId: other, e164: e164(4), providerApiKey: 'other-key' }, aSuperAdmin);

  expect(await revealed(pragati)).toEqual(['own-key', 'platform-key']);
  expect(await revealed(other)).toEqual(['other-key', 'platform-key']);
});

test('a released number’s key signs nothing any more', async () => {
  const tenantId = await aTenant(database);
  await numbers.add({ tenantId, e164: e164(5), providerApiKey: 'own-key' }, aSuperAdmin);
  await admin(`update phone_numbers set status = 'RELEASED'`);

  expect(await revealed(tenantId)).toEqual([]);
});

test('tokens come from memory, and change at once with a number or the settings', async () => {
  const tenantId = await aTenant(database);
  expect(await revealed(tenantId)).toEqual([]);
  // Behind our back, so that what comes from memory shows.
  const unannounced = vault.seal(new Secret('unannounced-key'), VOBIZ_API_KEY);
  await admin('update platform_settings set vobiz_api_key = $1', [unannounced]);
  expect(await revealed(tenantId)).toEqual([]);

  await savePlatformKey('platform-key');
  await vi.waitFor(async () => expect(await revealed(tenantId)).toEqual(['platform-key']));

  await numbers.add({ tenantId, e164: e164(6), providerApiKey: 'own-key' }, aSuperAdmin);
  await vi.waitFor(async () => expect(await revealed(tenantId)).toEqual(['own-key', 'platform-key']));
});

test('a key under another SECRET_KEY is left out, and the others still count', async () => {
  const tenantId = await aTenant(database);
  const stranger = new PhoneNumberService(database, new Vault(Buffer.alloc(32, 9)), noWiring, systemClock);
  await stranger.add({ tenantId, e164: e164(7), providerApiKey: 'lost-key' }, aSuperAdmin);
  await numbers.add({ tenantId, e164: e164(8), providerApiKey: 'own-key' }, aSuperAdmin);

  expect(await revealed(tenantId)).toEqual(['own-key']);
});
