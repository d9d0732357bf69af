import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from '../../../server/recordings/byte-range.ts';

test.each([
  [undefined, 'whole'],
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=200-299', { start: 200, end: 299 }],
  ['bytes=990-5000', { start: 990, end: 999 }],
  ['bytes=-10', { start: 990, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['bits=0-1', 'whole'],
  ['bytes=a-b', 'whole'],
])('of 1,000 bytes, %s means %j', (header, range) => {
  expect(byteRange(header, 1_000)).toEqual(range);
});

test('whatever is asked for, a range is within the file', () => {
  const position = fc.oneof(fc.constant(''), fc.nat(3_000).map(String));
  fc.assert(
    fc.property(position, position, fc.integer({ min: 1, max: 2_000 }), (first, last, size) => {
      const range = byteRange(`bytes=${first}-${last}`, size);
      if (typeof range === 'string') return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(size);
    }),
  );
});
