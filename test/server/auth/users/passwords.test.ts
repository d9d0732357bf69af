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
    ['of two hundred', 'staple lamp window, '.repeat(10), true],
    ['of more', 'staple lamp window, '.repeat(10).concat('x'), false],
    ['that is the e-mail address', EMAIL, false],
    ['that is the e-mail address in other letters', ' Asha@Example.com', false],
    ['that only begins so', `${EMAIL} and more`, true],
  ])('%s', (_, password, isTaken) => {
    const check = () => checkNewPassword(password, { email: EMAIL }, 'newPassword');
    if (isTaken) expect(check).not.toThrow();
    else
      expect(check).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'newPassword' } }),
      );
  });

  test.each([
    ['a common one', 'qwertyuiop'],
    ['a common one in capitals', 'Password123'],
    ['a common word with a year and signs', '!Manchester2026!'],
    ['a common one in disguise', 'P@ssw0rd!!'],
    ['a common one in full-width letters', 'ｐａｓｓｗｏｒｄ１２３'],
    ['a common one twice', 'sunshinesunshine'],
    ['one letter over and over', 'xxxxxxxxxxxxxxxxxxxx'],
    ['a few over and over', 'abcabcabcabc'],
    ['a telephone number', '9876543210'],
    ['a date', '2026-11-24 09:00'.slice(0, 10)],
    ['the product’s name and a year', 'KaiVox@2026!'],
    ['the name in the e-mail address', 'asha.asha.1990'],
    ['the business’s name', 'LotusClinic#1'],
    ['user and business', 'asha@lotus.123'],
  ])('that is %s is refused, with the field', (_, password) => {
    const known = ['Asha Rao', 'Lotus Clinic', 'lotus-clinic'];
    expect(() => checkNewPassword(password, { email: EMAIL, known }, 'newPassword')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: { field: 'newPassword' },
        message: expect.stringMatching(/A few words that only you would put together are good\.$/),
      }),
    );
  });

  test.each([
    'staple lamp window',
    'correct horse battery staple',
    'asha keeps seven lotus flowers',
    'kaivox-admin-secret',
    'k7mqx-2bdw9-pz3ht-8vyce',
    'नीला पहाड़ और मोर',
    'Tr0ub4dor&3 again',
  ])('such as “%s” is taken', (password) => {
    const known = ['Asha Rao', 'Lotus Clinic', 'lotus-clinic'];
    expect(() => checkNewPassword(password, { email: EMAIL, known })).not.toThrow();
  });

  test('is not repeated by the sentence that refuses it', () => {
    expect(() => checkNewPassword('secret', { email: EMAIL })).toThrow(AppError);
    expect(() => checkNewPassword('secret', { email: EMAIL })).not.toThrow(/secret/);
  });
});

test('a generated password has 100 bits, is easy to read out, and passes as a new one', () => {
  const made = Array.from({ length: 200 }, generatePassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){3}$/);
    checkNewPassword(password, { email: 'asha@example.com', known: ['Asha Rao', 'Lotus Clinic'] });
  }
  // Every character of the alphabet comes up, none much more often than the others.
  const counts = Map.groupBy(made.join('').replaceAll('-', ''), (character) => character);
  expect(counts.size).toBe(32);
  expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBeLessThan(250);
});
