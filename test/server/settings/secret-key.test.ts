import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { Secret, Vault } from '../../../server/infra/secrets.ts';
import { providerApiKeyOf } from '../../../server/numbers/inventory/provider-api-key.ts';
import { ENCRYPTED_COLUMNS } from '../../../server/settings/encrypted-columns.ts';
import { reencryptSecrets } from '../../../server/settings/reencrypt-secrets.ts';
import { checkSecretKey } from '../../../server/settings/secret-key-check.ts';
import { VOBIZ_API_KEY } from '../../../server/settings/secret-places.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant, e164 } from '../numbers/situation.ts';

const { database, admin } = await aDatabase();
const [k1, k2, k3] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2), Buffer.alloc(32, 3)];

beforeEach(async () => {
  await admin('delete from phone_numbers');
  await admin('update platform_settings set key_fingerprint = null, vobiz_api_key = null');
});

const state = async (vault: Vault, previous?: Buffer) =>
  (await checkSecretKey(database, vault, previous)).state;

/** The platform's key and a number's, sealed. @returns the number's id */
async function twoSecrets(vault: Vault): Promise<string> {
  const id = randomUUID();
  const tenantId = await aTenant(database);
  await admin('update platform_settings set vobiz_api_key = $1', [
    vault.seal(new Secret('platform'), VOBIZ_API_KEY),
  ]);
  await admin('insert into phone_numbers (tenant_id, id, e164, provider_api_key) values ($1, $2, $3, $4)', [
    tenantId,
    id,
    e164(1),
    vault.seal(new Secret('own'), providerApiKeyOf(id)),
  ]);
  return id;
}

async function readBoth(vault: Vault, id: string): Promise<string[]> {
  const [row] = await admin<{ platform: Buffer; own: Buffer }>(
    'select vobiz_api_key as platform, provider_api_key as own from platform_settings, phone_numbers',
  );
  if (!row) return [];
  return [
    vault.open(row.platform, VOBIZ_API_KEY).reveal(),
    vault.open(row.own, providerApiKeyOf(id)).reveal(),
  ];
}

test('the first key becomes the database’s, and another one is told', async () => {
  expect(await state(new Vault(k1))).toBe('new');
  expect(await state(new Vault(k1))).toBe('fits');
  expect(await checkSecretKey(database, new Vault(k2))).toEqual({
    state: 'another',
    sentence: expect.stringContaining('SECRET_KEY'),
  });
  expect(await state(new Vault(k2, k3), k3)).toBe('another');
  expect(await state(new Vault(k1))).toBe('fits');
});

test('a rotation encrypts everything anew; the former key is then not needed any more', async () => {
  await state(new Vault(k1));
  const id = await twoSecrets(new Vault(k1));

  expect(await state(new Vault(k2, k1), k1)).toBe('to rotate');
  expect(await reencryptSecrets(database, new Vault(k2, k1))).toEqual({
    renewed: 2,
    current: 0,
    unreadable: 0,
  });

  expect(await state(new Vault(k2))).toBe('fits');
  expect(await readBoth(new Vault(k2), id)).toEqual(['platform', 'own']);
  await expect(readBoth(new Vault(k1), id)).rejects.toThrow('another SECRET_KEY');
  expect(await reencryptSecrets(database, new Vault(k2))).toEqual({ renewed: 0, current: 2, unreadable: 0 });
});

test('what can’t be read is kept, and so is the fingerprint, until an operator gives it up', async () => {
  await state(new Vault(k1));
  await twoSecrets(new Vault(k3));
  expect(await reencryptSecrets(database, new Vault(k2, k1))).toEqual({
    renewed: 0,
    current: 0,
    unreadable: 2,
  });
  expect(await state(new Vault(k1))).toBe('fits');

  await reencryptSecrets(database, new Vault(k2), { forgetUnreadable: true });
  expect(await state(new Vault(k2))).toBe('fits');
  expect(await admin('select from platform_settings where vobiz_api_key is null')).toHaveLength(1);
});

test('every encrypted column there is takes part', async () => {
  // Hashes are no secrets that a key decrypts.
  const columns = await admin<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' and column_name !~ '(^|_)(hash|mac)$' order by 1`,
  );
  const known = ENCRYPTED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort();
  expect(columns.map(({ place }) => place)).toEqual(known);
});
