import { expect, test } from 'vitest';
import { paiseIn, rupeesOf } from '../../../desktop/renderer/features/carrier/typed-rupees.ts';

test.each([
  ['1000', 100_000],
  [' ₹1,00,000 ', 10_000_000],
  ['499.5', 49_950],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['-5', undefined],
  ['499.505', undefined],
  ['a lot', undefined],
  ['99999999', undefined],
])('an amount that an admin types as “%s” is %s paise', (typed, paise) => {
  expect(paiseIn(typed)).toBe(paise);
});

test.each([
  [100_000, '1000'],
  [49_950, '499.50'],
  [null, ''],
])('an admin finds %s paise as “%s” in the field', (paise, typed) => {
  expect(rupeesOf(paise)).toBe(typed);
  expect(paiseIn(typed)).toBe(paise);
});
