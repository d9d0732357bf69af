import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  moneyDecimal,
  moneyOfMicros,
  moneyText,
  readCurrency,
  readMicros,
  readMoney,
  sumByCurrency,
} from '../../../server/numbers/money.ts';

describe('amounts as Vobiz states them', () => {
  test.each([
    [499.5, 'INR', 49_950],
    ['499.5', 'INR', 49_950],
    ['499.50', 'INR', 49_950],
    ['499.5000', 'INR', 49_950],
    [1.1, 'INR', 110],
    [8.2, 'INR', 820],
    [1_005.1, 'INR', 100_510],
    [0, 'INR', 0],
    ['0', 'USD', 0],
    [500, 'JPY', 500],
    ['1.005', 'KWD', 1_005],
    [500, 'HUF', 50_000],
    [' 12 ', 'INR', 1_200],
  ])('%s %s', (stated, currency, minorUnits) => {
    expect(readMoney(stated, currency)).toEqual({ minorUnits, currency });
  });

  test.each([
    [499.999, 'INR'],
    ['0.001', 'INR'],
    [1.5, 'JPY'],
    [-1, 'INR'],
    [1e21, 'INR'],
    [Number.NaN, 'INR'],
    ['1,000', 'INR'],
    ['', 'INR'],
    ['12', 'XXY'],
    ['12', 'inr'],
    [21_474_836.48, 'INR'],
  ])('%s %s is none', (stated, currency) => {
    expect(readMoney(stated, currency)).toBeUndefined();
  });

  test('every whole number of paise survives, as text and as a JSON number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (minorUnits) => {
        const text = moneyDecimal({ minorUnits, currency: 'INR' });
        expect(readMoney(text, 'INR')).toEqual({ minorUnits, currency: 'INR' });
        expect(readMoney(JSON.parse(text), 'INR')).toEqual({ minorUnits, currency: 'INR' });
      }),
    );
  });

  test('nothing that is no amount makes money', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (stated) => {
        const money = readMoney(stated, 'INR');
        expect(money === undefined || Number(moneyDecimal(money)) === Number(stated)).toBe(true);
      }),
    );
  });
});

test('people read the currency’s own form', () => {
  expect(moneyText({ minorUnits: 12_345_650, currency: 'INR' })).toBe('₹1,23,456.50');
  expect(moneyText({ minorUnits: 500, currency: 'JPY' })).toBe('JP¥500');
  expect(moneyDecimal({ minorUnits: 5, currency: 'INR' })).toBe('0.05');
});

test('sums are made by currency', () => {
  const amounts = [
    { minorUnits: 100, currency: 'USD' },
    { minorUnits: 50, currency: 'INR' },
    { minorUnits: 1, currency: 'USD' },
  ];
  expect(sumByCurrency(amounts)).toEqual([
    { minorUnits: 50, currency: 'INR' },
    { minorUnits: 101, currency: 'USD' },
  ]);
  expect(sumByCurrency([])).toEqual([]);
});

test.each([
  ['0.4567', 456_700],
  [0.65, 650_000],
  ['-12.5', -12_500_000],
  ['0', 0],
  ['-0', 0],
  ['1.12345678', 1_123_456],
  ['', undefined],
  ['1e3', undefined],
  ['12,5', undefined],
  ['9999999999999', undefined],
])('what Vobiz charges, %s, is %s millionths', (told, micros) => {
  expect(readMicros(told)).toBe(micros);
});

test.each([
  [15_000, 'INR', 2],
  [14_999, 'INR', 1],
  [-15_000, 'INR', -2],
  [1_500_000, 'JPY', 2],
  [1_500, 'KWD', 2],
  [1e15, 'INR', 2_147_483_647],
])('%s millionths of %s are shown as %s minor units', (micros, currency, minorUnits) => {
  expect(moneyOfMicros(micros, currency)).toEqual({ minorUnits, currency });
});

test('a balance below zero is written as one', () => {
  expect(moneyDecimal({ minorUnits: -5, currency: 'INR' })).toBe('-0.05');
});

test.each([
  ['inr ', 'INR'],
  ['USD', 'USD'],
  ['rupees', undefined],
])('the currency that Vobiz names “%s” is %s', (told, code) => {
  expect(readCurrency(told)).toBe(code);
});
