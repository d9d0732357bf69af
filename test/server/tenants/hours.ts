import {
  type OpeningHours,
  WEEKDAYS,
  type Weekday,
} from '../../../server/tenants/opening-hours/opening-hours.ts';

/** "09:00-13:00 16:00-20:00"; nothing for a day that is closed. */
export const times = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((range) => {
      const [from = '', to = ''] = range.split('-');
      return { from, to };
    });

type Special = { date: string; name?: string; open?: string };

/** Monday to Saturday from 9 am to 7 pm, unless told otherwise. */
export function someHours(
  week: Partial<Record<Weekday, string>> = {},
  exceptions: readonly Special[] = [],
): OpeningHours {
  const usual = (day: Weekday) => (day === 'SUNDAY' ? '' : '09:00-19:00');
  return {
    week: WEEKDAYS.map((day) => ({ day, ranges: times(week[day] ?? usual(day)) })),
    exceptions: exceptions.map(({ date, name = null, open = '' }) => ({ date, name, ranges: times(open) })),
  };
}

/** Every day the same. */
export const daily = (open: string): OpeningHours =>
  someHours(Object.fromEntries(WEEKDAYS.map((day) => [day, open])));
