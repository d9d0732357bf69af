import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressOf,
  filterOf,
  INTENTS,
  readWanted,
  SENTIMENTS,
  STATUSES,
  type Wanted,
} from '../../../desktop/renderer/features/calls/filters.ts';

test('an address asks for calls', () => {
  const address = new URLSearchParams(
    'search=parking&status=LOST&sentiment=NEGATIVE&intent=PRICING&from=2026-11-01&to=2026-11-24&customer=c1',
  );
  expect(filterOf(readWanted(address), 'Asia/Kolkata')).toEqual({
    search: 'parking',
    status: 'LOST',
    sentiment: 'NEGATIVE',
    intent: 'PRICING',
    customerId: 'c1',
    from: '2026-10-31T18:30:00.000Z',
    // The 24th belongs to it whole.
    to: '2026-11-24T18:30:00.000Z',
  });
});

test.each([
  'status=BUSY',
  'sentiment=angry',
  'intent=',
  'from=yesterday',
  'to=2026-02-30',
  'search=%20%20',
  'page=2',
])('what an address says wrongly is left out: %s', (address) => {
  expect(readWanted(new URLSearchParams(address))).toEqual({});
});

const wishes: fc.Arbitrary<Wanted> = fc.record(
  {
    search: fc.string({ minLength: 1 }).filter((text) => text.trim() === text),
    status: fc.constantFrom(...STATUSES),
    sentiment: fc.constantFrom(...SENTIMENTS),
    intent: fc.constantFrom(...INTENTS),
    from: fc.constantFrom('2026-11-01', '2024-02-29'),
    to: fc.constantFrom('2026-11-24'),
    customer: fc.uuid(),
  },
  { requiredKeys: [] },
);

test('whatever is wanted can be read from its address', () => {
  fc.assert(
    fc.property(wishes, (wanted) => {
      expect(readWanted(new URLSearchParams(addressOf(wanted)))).toEqual(wanted);
    }),
  );
});

test('a wish that is taken back leaves the address', () => {
  expect(addressOf({ search: 'parking', customer: '' })).toEqual({ search: 'parking' });
});
