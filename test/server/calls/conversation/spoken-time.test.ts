import { expect, test } from 'vitest';
import { spokenTime } from '../../../../server/calls/conversation/spoken-time.ts';

test.each([
  ['2026-11-24T12:00:00Z', 'Asia/Kolkata', 'Tuesday, 24 November 2026 at 5:30 pm'],
  ['2026-11-24T18:29:59Z', 'Asia/Kolkata', 'Tuesday, 24 November 2026 at 11:59 pm'],
  ['2026-11-24T18:30:00Z', 'Asia/Kolkata', 'Wednesday, 25 November 2026 at 12:00 am'],
  ['2026-12-31T18:30:00Z', 'Asia/Calcutta', 'Friday, 1 January 2027 at 12:00 am'],
  ['2028-02-28T20:00:00Z', 'Asia/Kolkata', 'Tuesday, 29 February 2028 at 1:30 am'],
  ['2026-11-24T12:00:00Z', 'Asia/Kathmandu', 'Tuesday, 24 November 2026 at 5:45 pm'],
  ['2026-11-24T12:00:00Z', 'Pacific/Auckland', 'Wednesday, 25 November 2026 at 1:00 am'],
  ['2026-11-24T12:00:00Z', 'UTC', 'Tuesday, 24 November 2026 at 12:00 pm'],
  // New York's clocks went from 2 am to 3 am between these two.
  ['2026-03-08T06:59:00Z', 'America/New_York', 'Sunday, 8 March 2026 at 1:59 am'],
  ['2026-03-08T07:00:00Z', 'America/New_York', 'Sunday, 8 March 2026 at 3:00 am'],
])('%s in %s', (at, zone, spoken) => {
  expect(spokenTime(new Date(at), zone)).toBe(spoken);
});

test.each(['', 'Mars/Olympus', 'not a zone', 'Asia/Kolkata; drop', '\u0000'])(
  'a zone %j is taken for India’s',
  (zone) => {
    expect(spokenTime(new Date('2026-11-24T12:00:00Z'), zone)).toBe('Tuesday, 24 November 2026 at 5:30 pm');
  },
);
