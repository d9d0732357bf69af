import { remembered } from '../../infra/remembered.ts';

/** Where a zone can't be told: the carrier's numbers are Indian. */
const HOME = 'Asia/Kolkata';

/** As a person at the business would say it: "Tuesday, 24 November 2026 at 5:30 pm". A zone that isn't one is taken for India's. */
export function spokenTime(at: Date, timeZone: string): string {
  return (
    clockIn(timeZone)
      .format(at)
      // Some versions of Unicode's data put a narrow space before am and pm.
      .replace(/\s/gu, ' ')
  );
}

const clockIn = remembered((timeZone) => {
  const style = { dateStyle: 'full', timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat('en-IN', { ...style, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-IN', { ...style, timeZone: HOME });
  }
});
