/** A calendar day, as 2026-11-24. */
export type Day = string;

/** The day that it is somewhere. */
export function dayAt(instant: Date, timeZone: string): Day {
  const { year, month, day } = wallClock(instant, timeZone);
  return `${year}-${month}-${day}`;
}

/** When a day begins somewhere; undefined where it isn't one, as 2026-02-30. */
export function startOfDay(day: Day, timeZone: string): Date | undefined {
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  // The clock may change between the guess and the midnight that is meant, so once more with what was found.
  const guess = new Date(midnight.getTime() - aheadOfUtc(midnight, timeZone));
  return new Date(midnight.getTime() - aheadOfUtc(guess, timeZone));
}

/** @param amount of days, also below zero */
export function daysAfter(day: Day, amount: number): Day {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + amount);
  return moved.toISOString().slice(0, 10);
}

/** In milliseconds. */
function aheadOfUtc(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(instant.getTime() / 1_000) * 1_000;
}

function wallClock(instant: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
