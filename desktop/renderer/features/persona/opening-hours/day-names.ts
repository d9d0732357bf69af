import type { Weekday } from '../../../graphql/generated/graphql.ts';
import { WEEK } from './hours.ts';

/** A weekday in the console's language. */
export function dayText(day: Weekday, language: string): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + WEEK.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** A date as 2026-12-25 in the console's language; as it is, while it isn't one. */
export function dateText(date: string, language: string): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(`${language}-IN`, style).format(parsed);
}
