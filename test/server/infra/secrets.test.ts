import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret, Vault } from '../../../server/infra/secrets.ts';

const key = randomBytes(32);
const place = { table: 'phone_numbers', column: 'provider_api_key', row: '1' };

describe('a secret', () => {
  const secret = new Secret('sk-very-secret-1234');

  test.each([
    ['printed', (value: Secret) => `${value}`],
    ['serialised', (value: Secret) => JSON.stringify({ value })],
    ['inspected', (value: Secret) => inspect({ value }, { depth: 5 })],
  ])('shows nothing when it is %s', (_, show) => {
    expect(show(secret)).not.toContain('very');
    expect(show(secret)).toContain('••••');
  });

  test.each([
    ['sk-very-secret-1234', '••••1234'],
    ['12345678901', '••••'],
    ['', '••••'],
  ])('hints at its last characters only where many are left: %s', (text, hint) => {
    expect(new Secret(text).hint).toBe(hint);
  });
});

describe('the vault', () => {
  test('opens what it sealed, and seals the same text anew each time', () => {
    const vault = new Vault(key);
    const sealed = vault.seal(new Secret('token – ü'), place);
    expect(vault.open(sealed, place).reveal()).toBe('token – ü');
    expect(vault.seal(new Secret('token – ü'), place)).not.toEqual(sealed);
    expect(sealed.includes(Buffer.from('token'))).toBe(false);
  });

  test.each([
    ['another row', { ...place, row: '2' }],
    ['another column', { ...place, column: 'label' }],
    ['another table', { ...place, table: 'platform_settings' }],
  ])('does not open what was moved to %s', (_, elsewhere) => {
    const vault = new Vault(key);
    expect(() => vault.open(vault.seal(new Secret('token'), place), elsewhere)).toThrow();
  });

  test('does not open what was changed, at whichever byte', () => {
    const vault = new Vault(key);
    const sealed = vault.seal(new Secret('token'), place);
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => vault.open(changed, place)).toThrow();
    }
  });

  test('during a rotation opens with the previous key, and knows what to encrypt again', () => {
    const sealed = new Vault(key).seal(new Secret('token'), place);
    const rotated = new Vault(randomBytes(32), key);
    expect(rotated.open(sealed, place).reveal()).toBe('token');
    expect(rotated.isCurrent(sealed)).toBe(false);
    expect(rotated.isCurrent(rotated.seal(new Secret('token'), place))).toBe(true);
  });

  test('says in words that the key is another', () => {
    const sealed = new Vault(key).seal(new Secret('token'), place);
    expect(() => new Vault(randomBytes(32)).open(sealed, place)).toThrow(/another SECRET_KEY/);
  });
});
