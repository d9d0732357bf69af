import { dayAt, startOfDay } from '../../ui/day.ts';

/** An instant on the tenant's clock, as fields for a date and a time have it: 2026-11-24T15:30. */
export function wallTime(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${dayAt(at, timeZone)}T${clock.format(at)}`;
}

/** The instant at which a clock in a time zone shows this; undefined where it isn't a time. */
export function instantOf(wall: string, timeZone: string): string | undefined {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(wall) ?? [];
  const midnight = day === undefined ? undefined : startOfDay(day, timeZone);
  if (!midnight) return undefined;
  const since = (Number(hour) * 60 + Number(minute)) * 60_000;
  const guess = new Date(midnight.getTime() + since);
  // Where clocks were changed since midnight, they show another hour by now.
  const shown = Date.parse(`${wallTime(guess.toISOString(), timeZone)}Z`);
  return new Date(guess.getTime() + Date.parse(`${day}T${hour}:${minute}Z`) - shown).toISOString();
}

export const isOverdue = ({ status, dueAt }: { status: string; dueAt: string | null }, now: Date): boolean =>
  status === 'OPEN' && dueAt !== null && new Date(dueAt) <= now;
