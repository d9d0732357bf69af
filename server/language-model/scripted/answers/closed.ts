import type { Fact } from './facts.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The fact that says that the business is closed on the day of a wish, for the caller to hear before they wait for it. */
export function closedThen(facts: readonly Fact[], when: string, localTime: string): string | undefined {
  const today = DAYS.findIndex((name) => localTime.startsWith(name));
  const day = DAYS.find((name) => when.includes(name)) ?? relative(when, today);
  if (!day) return undefined;
  const saysClosed = new RegExp(`\\b${day}s?\\b[^.]*\\bclosed\\b|\\bclosed\\b[^.]*\\b${day}s?\\b`, 'iu');
  return facts.find(({ text }) => saysClosed.test(text))?.text;
}

function relative(when: string, today: number): string | undefined {
  if (today === -1) return undefined;
  if (when.includes('day after tomorrow')) return DAYS[(today + 2) % 7];
  if (when.includes('tomorrow')) return DAYS[(today + 1) % 7];
  return /today|tonight/u.test(when) ? DAYS[today] : undefined;
}
