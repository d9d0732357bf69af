import { expect, test } from 'vitest';
import { readSlug } from '../../../server/tenants/slug.ts';

test.each(['pragati', 'a1b', 'lotus-clinic', '24x7', ' pragati ', 'a'.repeat(40)])(
  '%j is a slug',
  (typed) => {
    expect(readSlug(typed)).toBe(typed.trim());
  },
);

test.each([
  '',
  'ab',
  'Pragati',
  '-pragati',
  'pragati-',
  'lotus clinic',
  'lotus_clinic',
  'lotus/clinic',
  'pragati?x',
  'लोटस',
  'a'.repeat(41),
  'api',
  'graphql',
  'recordings',
  'kaivox',
  'vobiz',
])('%j is none', (typed) => {
  expect(() => readSlug(typed)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'slug' } }),
  );
});
