import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Filters,
  readFilters,
  variablesOf,
  writeFilters,
} from '../../../desktop/renderer/features/marketplace/filters.ts';

const ALL: Filters = { country: 'IN', digits: '', region: '', capability: null, maxFee: null, page: 1 };

const filters: fc.Arbitrary<Filters> = fc.record({
  country: fc.stringMatching(/^[A-Z]{2}$/),
  digits: fc.stringMatching(/^\d{0,15}$/),
  region: fc.string({ maxLength: 100 }),
  capability: fc.constantFrom(null, 'VOICE' as const, 'SMS' as const),
  maxFee: fc.option(fc.integer({ min: 1, max: 99_999 })),
  page: fc.integer({ min: 1, max: 99_999 }),
});

test('what an address says is what was looked for', () => {
  fc.assert(
    fc.property(filters, (looked) => {
      expect(readFilters(new URLSearchParams(writeFilters(looked).toString()))).toEqual(looked);
    }),
  );
});

test('whatever stands in an address, something can be looked for', () => {
  const name = fc.constantFrom('country', 'digits', 'region', 'capability', 'maxFee', 'page');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
      const { country, digits, page, maxFee } = readFilters(new URLSearchParams(pairs));
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(digits).toMatch(/^\d{0,15}$/);
      expect(page).toBeGreaterThanOrEqual(1);
      expect(maxFee === null || maxFee > 0).toBe(true);
    }),
  );
});

test('an address says nothing of what is as usual', () => {
  expect(writeFilters(ALL).toString()).toBe('');
  expect(writeFilters({ ...ALL, digits: '80', page: 3 }).toString()).toBe('digits=80&page=3');
});

test('the server is asked in minor units, and not for what its user left open', () => {
  expect(variablesOf({ ...ALL, region: ' ', maxFee: 500 })).toEqual({
    country: 'IN',
    search: null,
    region: null,
    capability: null,
    maxMonthlyFee: { minorUnits: 50_000, currency: 'INR' },
    page: 1,
    perPage: 25,
  });
});
