import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugFrom } from '../../../desktop/renderer/features/tenants/slug-from.ts';

test.each([
  ['Pragati Women’s Hospital', 'pragati-women-s-hospital'],
  ['Café Étoile, Pune', 'cafe-etoile-pune'],
  ['  3 Idiots & Co.  ', '3-idiots-co'],
  ['प्रगति', ''],
])('%s becomes %j', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test('whatever the name, the slug has letters, digits and single hyphens within, 40 at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      const slug = slugFrom(name);
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(40);
    }),
  );
});
