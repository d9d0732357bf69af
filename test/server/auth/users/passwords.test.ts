import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import {
  checkNewPassword,
  generatePassword,
  hashPassword,
  NOBODYS_HASH,
  verifyPassword,
} from '../../../../server/auth/users/passwords.ts';
import { AppError } from '../../../../server/infra/app-error.ts';

test('a hash is argon2id’s, with the parameters of OWASP, and another one each time', async () => {
  const [one, another] = [await hashPassword('staple lamp window'), await hashPassword('staple lamp window')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(another);
  expect(await verifyPassword(one, 'staple lamp window')).toBe(true);
  expect(await verifyPassword(one, 'staple lamp windoW')).toBe(false);
});

test('the hash of no user costs what each user’s costs', async () => {
  expect(parseOptions(NOBODYS_HASH)).toEqual(parseOptions(await hashPassword('staple lamp window')));
});

test('a letter is the same letter, however the keyboard writes it', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9 at noon'), 'cafe\u0301 at noon')).toBe(true);
});

describe('a new password', () => {
  const EMAIL = 'asha@example.com';

  test.each([
    ['of nine characters', 'ninechars', false],
    ['of ten', 'ten chars.', true],
    ['of nine, written with ten code units', 'ninechar\u{1f511}', false],
    ['of two hundred', 'x'.repeat(200), true],
    ['of more', 'x'.repeat(201), false],
    ['that is the e-mail address', EMAIL, false],
    ['that is the e-mail address in other letters', ' Asha@Example.com', false],
    ['that only begins so', `${EMAIL} and more`, true],
  ])('%s', (_, password, isTaken) => {
    const check = () => checkNewPassword(password, EMAIL, 'newPassword');
    if (isTaken) expect(check).not.toThrow();
    else
      expect(check).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'newPassword' } }),
      );
  });

  test('is not repeated by the sentence that refuses it', () => {
    expect(() => checkNewPassword('secret', EMAIL)).toThrow(AppError);
    expect(() => checkNewPassword('secret', EMAIL)).not.toThrow(/secret/);
  });
});

test('a generated password has 100 bits, is easy to read out, and passes as a new one', () => {
  const made = Array.from({ length: 200 }, generatePassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){3}$/);
    checkNewPassword(password, 'asha@example.com');
  }
  // Every character of the alphabet comes up, none much more often than the others.
  const counts = Map.groupBy(made.join('').replaceAll('-', ''), (character) => character);
  expect(counts.size).toBe(32);
  expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBeLessThan(250);
});
