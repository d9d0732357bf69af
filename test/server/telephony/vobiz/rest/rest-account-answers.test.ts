import { describe, expect, test } from 'vitest';
import {
  readBalance,
  readCallRecord,
  readHealth,
  readLines,
} from '../../../../../server/telephony/vobiz/rest/rest-account-answers.ts';

describe('a call’s record', () => {
  const read = (data: object) => readCallRecord({ success: true, data: { uuid: 'c1', ...data } }, 'c1');

  test.each<[string, object, number, string]>([
    ['as text', { total_cost: '0.6500', currency: 'INR' }, 650_000, 'INR'],
    ['as a number', { total_cost: 0.65, currency: 'inr' }, 650_000, 'INR'],
    ['in two parts', { cost: '0.45', streaming_cost: 0.2, currency: 'INR' }, 650_000, 'INR'],
    ['without streaming', { cost: 1 }, 1_000_000, 'INR'],
    ['of nothing', { total_cost: 0, currency: 'USD' }, 0, 'USD'],
    ['finer than a paisa', { total_cost: '0.0049999' }, 4_999, 'INR'],
  ])('tells the cost %s', (_, data, micros, currency) => {
    expect(read(data)).toEqual({ micros, currency, otherLeg: undefined });
  });

  test.each<[string, object]>([
    ['no amount', { currency: 'INR' }],
    ['an amount that is none', { total_cost: 'free' }],
    ['an amount below zero', { total_cost: -1 }],
    ['a currency that is none', { total_cost: 1, currency: 'RUPEES' }],
  ])('is none with %s', (_, data) => {
    expect(read(data)).toBeUndefined();
  });

  test('names the other leg, unless that is none or the call itself', () => {
    expect(read({ total_cost: 1, bridge_uuid: 'c2' })?.otherLeg).toBe('c2');
    for (const bridge_uuid of ['', ' ', 'c1', null])
      expect(read({ total_cost: 1, bridge_uuid })?.otherLeg).toBeUndefined();
  });

  test.each([undefined, null, 'text', [], { data: null }, { data: [] }])('is none of %j', (body) => {
    expect(readCallRecord(body, 'c1')).toBeUndefined();
  });
});

test('a balance may be below zero', () => {
  const body = { balance: '-12.5', available_balance: '87.5', low_balance_threshold: '100', currency: 'INR' };
  expect(readBalance(body, 'INR')).toEqual({
    micros: -12_500_000,
    availableMicros: 87_500_000,
    lowMicros: 100_000_000,
    currency: 'INR',
  });
  expect(readBalance({ balance: 5 }, 'INR')).toMatchObject({ micros: 5_000_000, availableMicros: undefined });
  expect(readBalance({}, 'INR')).toBeUndefined();
});

test.each<[object, object | undefined]>([
  [
    { concurrency: 3, active_calls: 2 },
    { most: 3, inUse: 2 },
  ],
  [{ data: { max_concurrent_calls: '10', current_calls: 0 } }, { most: 10, inUse: 0 }],
  [{ concurrency: 3 }, { most: 3, inUse: undefined }],
  [{ concurrency: 'three' }, undefined],
  [{ concurrency: -1 }, undefined],
  [{ lines: 3 }, undefined],
])('how many calls at once is read from %j', (body, lines) => {
  expect(readLines(body)).toEqual(lines);
});

test('a number’s marks are few and short, whatever Vobiz sends', () => {
  const marks = Array.from({ length: 50 }, () => `spam\u0000${'!'.repeat(500)}`);
  const read = readHealth({ spam_marks: marks });
  expect(read?.marks).toHaveLength(10);
  expect(read?.marks.every((mark) => mark.length <= 100 && !mark.includes('\u0000'))).toBe(true);
  expect(readHealth({ spam_marks: [1, null, {}] })).toEqual({ isMarked: false, marks: [] });
});
