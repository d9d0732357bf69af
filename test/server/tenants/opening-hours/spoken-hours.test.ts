import { expect, test } from 'vitest';
import { DAY, dayOf, type OpeningHours } from '../../../../server/tenants/opening-hours/opening-hours.ts';
import {
  spokenExceptions,
  spokenMoment,
  spokenStanding,
  spokenWeek,
} from '../../../../server/tenants/opening-hours/spoken-hours.ts';
import { daily, someHours } from '../hours.ts';

const wall = (text: string) =>
  dayOf(text.slice(0, 10)) * DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14));

test.each<[OpeningHours, string]>([
  [someHours(), 'We are open Monday to Saturday from 9 am to 7 pm; closed on Sunday.'],
  [daily('09:00-19:00'), 'We are open every day from 9 am to 7 pm.'],
  [daily('00:00-24:00'), 'We are open every day 24 hours.'],
  [daily(''), 'We have no regular opening hours.'],
  [daily('20:00-02:00'), 'We are open every day from 8 pm to 2 am.'],
  [daily('12:00-24:00'), 'We are open every day from 12 noon to midnight.'],
  [daily('09:30-13:00 16:00-20:15'), 'We are open every day from 9:30 am to 1 pm and from 4 pm to 8:15 pm.'],
  [
    someHours({ SATURDAY: '09:00-13:00' }),
    'We are open Monday to Friday from 9 am to 7 pm; Saturday from 9 am to 1 pm; closed on Sunday.',
  ],
  [
    someHours({ WEDNESDAY: '', SATURDAY: '' }),
    'We are open Monday, Tuesday, Thursday and Friday from 9 am to 7 pm; closed on Wednesday, Saturday and Sunday.',
  ],
])('%#: a week in words', (hours, spoken) => expect(spokenWeek(hours)).toBe(spoken));

test.each<[OpeningHours, string, string]>([
  [someHours(), '2026-11-24 12:00', 'We are open now, until 7 pm.'],
  [someHours(), '2026-11-24 07:00', 'We are closed now, and open again today at 9 am.'],
  [someHours(), '2026-11-24 20:00', 'We are closed now, and open again tomorrow at 9 am.'],
  [someHours(), '2026-11-28 20:00', 'We are closed now, and open again on Monday at 9 am.'],
  [daily('20:00-02:00'), '2026-11-24 22:00', 'We are open now, until 2 am.'],
  [daily('20:00-02:00'), '2026-11-24 01:00', 'We are open now, until 2 am.'],
  [daily('12:00-24:00'), '2026-11-24 22:00', 'We are open now, until midnight.'],
  [daily('00:00-24:00'), '2026-11-24 22:00', 'We are open now.'],
  [daily(''), '2026-11-24 22:00', 'We are closed now.'],
  [
    someHours({ MONDAY: '00:00-24:00', TUESDAY: '00:00-24:00' }),
    '2026-11-23 12:00',
    'We are open now, until Wednesday at midnight.',
  ],
])('%#: now, in words', (hours, now, spoken) => expect(spokenStanding(hours, wall(now))).toBe(spoken));

test('a moment further off than a week is named by its date', () => {
  const now = wall('2026-11-24 12:00');
  expect(spokenMoment(wall('2026-11-30 09:00'), now)).toBe('on Monday at 9 am');
  expect(spokenMoment(wall('2026-12-01 09:00'), now)).toBe('on Tuesday, 1 December at 9 am');
});

test('special days are told from today on, as many as are asked for', () => {
  const hours = someHours({}, [
    { date: '2026-11-23', name: 'Over' },
    { date: '2026-11-24', name: 'Guru Nanak Jayanti' },
    { date: '2026-12-24', open: '09:00-13:00' },
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2027-06-01', name: 'Far off' },
  ]);
  expect(spokenExceptions(hours, wall('2026-11-24 12:00'), { days: 92, most: 20 })).toEqual([
    'On Tuesday, 24 November, Guru Nanak Jayanti, we are closed.',
    'On Thursday, 24 December, we are open from 9 am to 1 pm.',
    'On Friday, 25 December, Christmas, we are closed.',
  ]);
  expect(spokenExceptions(hours, wall('2026-11-24 12:00'), { days: 92, most: 1 })).toHaveLength(1);
});
