import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../server/infra/clock.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import { PlatformSettingsService } from '../../../server/settings/platform-settings.service.ts';
import { aMarketplace } from '../numbers/a-marketplace.ts';

const { settings, database, admin, vobiz, credentials } = await aMarketplace({ mode: 'DEMO' });
const save = (change: Parameters<typeof settings.update>[0]) =>
  settings.update(change, async () => undefined);

beforeEach(async () => {
  vobiz.recover();
  await save({ vobizAppId: null, vobizApiKey: null });
});

test('without credentials the market is the demo market', async () => {
  expect(await settings.read()).toMatchObject({
    vobizAppId: null,
    vobizApiKeyHint: null,
    marketplaceMode: 'DEMO',
    connection: null,
  });
});

test('credentials are checked when saved, and of the key only its end is shown', async () => {
  expect(await save(credentials)).toEqual({
    vobizAppId: vobiz.authId,
    vobizApiKeyHint: `••••${vobiz.authToken.slice(-4)}`,
    marketplaceMode: 'LIVE',
    requireSecondFactor: false,
    updatedAt: expect.any(Date),
    connection: { status: 'CONNECTED', detail: 'Connected; 0 numbers.', checkedAt: expect.any(Date) },
  });
});

describe('what Vobiz says doesn’t keep them from being saved', () => {
  test('wrong ones are told', async () => {
    const saved = await save({ ...credentials, vobizApiKey: 'a-wrong-api-key' });
    expect(saved).toMatchObject({
      marketplaceMode: 'LIVE',
      connection: { status: 'REFUSED', detail: expect.stringContaining('(401)') },
    });
  });

  test('a Vobiz that is down leaves them unverified, until they are checked again', async () => {
    await vobiz.stop();
    const saved = await save(credentials).finally(() => vobiz.resume());
    expect(saved).toMatchObject({ marketplaceMode: 'LIVE', connection: { status: 'UNVERIFIED' } });
    expect(await settings.recheck()).toMatchObject({ connection: { status: 'CONNECTED' } });
  });
});

test('one credential is changed without the other; nothing at all clears it', async () => {
  await save(credentials);
  expect(await save({ vobizAppId: 'MA_OTHER' })).toMatchObject({
    vobizAppId: 'MA_OTHER',
    vobizApiKeyHint: `••••${vobiz.authToken.slice(-4)}`,
  });
  expect(await save({ vobizApiKey: '  ' })).toMatchObject({
    vobizAppId: 'MA_OTHER',
    vobizApiKeyHint: null,
    marketplaceMode: 'DEMO',
  });
  expect(await save({})).toMatchObject({ vobizAppId: 'MA_OTHER', marketplaceMode: 'DEMO' });
});

test.each([
  ['vobizAppId', { vobizAppId: 'MA/../X' }],
  ['vobizAppId', { vobizAppId: '..' }],
  ['vobizAppId', { vobizAppId: 'x'.repeat(300) }],
  ['vobizApiKey', { vobizApiKey: 'two words' }],
  ['vobizApiKey', { vobizApiKey: 'line\r\nbreak: 1' }],
  ['vobizApiKey', { vobizApiKey: 'schlüssel' }],
])('%s that no request could carry is refused', async (field, change) => {
  await expect(save(change)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
});

test('blanks around a pasted credential don’t count', async () => {
  expect(
    await save({ vobizAppId: ` ${vobiz.authId}\n`, vobizApiKey: `\t${vobiz.authToken} ` }),
  ).toMatchObject({
    connection: { status: 'CONNECTED' },
  });
});

test('under another SECRET_KEY the key is as good as lost, and that is said', async () => {
  await save(credentials);
  const vault = new Vault(Buffer.alloc(32, 9));
  const elsewhere = new PlatformSettingsService(
    database,
    vault,
    () => Promise.reject(new Error('nothing to check with')),
    systemClock,
  );

  expect(await elsewhere.account()).toEqual({ mode: 'UNREADABLE', appId: vobiz.authId });
  expect(await elsewhere.recheck()).toMatchObject({
    vobizApiKeyHint: '••••',
    connection: { status: 'UNVERIFIED', detail: expect.stringContaining('SECRET_KEY') },
  });
});

test('the key stands in no column as it is', async () => {
  await save(credentials);
  const rows = await admin<{ row: string; key: Buffer }>(
    'select platform_settings::text as row, vobiz_api_key as key from platform_settings',
  );
  expect(rows).toHaveLength(1);
  for (const { row, key } of rows) {
    expect(row).not.toContain(vobiz.authToken);
    expect(key.includes(vobiz.authToken)).toBe(false);
  }
});
