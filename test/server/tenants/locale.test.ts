import { describe, expect, test } from 'vitest';
import { readLanguage, readTimeZone } from '../../../server/tenants/locale.ts';

const refused = (field: string) => expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field } });

describe('a time zone', () => {
  test.each(['Asia/Kolkata', 'UTC', 'America/Argentina/Buenos_Aires', ' Europe/Berlin '])(
    '%j is known',
    (typed) => {
      expect(readTimeZone(typed)).toBe(typed.trim());
    },
  );

  test.each([null, '', 'Asia/Atlantis', 'IST+5', '+05:30', '-08:00', "Asia/Kolkata'; drop"])(
    '%j is refused',
    (typed) => {
      expect(() => readTimeZone(typed)).toThrow(refused('timeZone'));
    },
  );
});

describe('a language', () => {
  test.each([
    ['en-IN', 'en-IN'],
    ['EN-in', 'en-IN'],
    [' hi-IN ', 'hi-IN'],
    ['ta', 'ta'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('%j is %s', (typed, language) => {
    expect(readLanguage(typed)).toBe(language);
  });

  test.each([null, '', 'en_IN', 'English', 'xx-IN', 'en-IN<', 'e', 'en-IN-'])('%j is refused', (typed) => {
    expect(() => readLanguage(typed)).toThrow(refused('language'));
  });
});
