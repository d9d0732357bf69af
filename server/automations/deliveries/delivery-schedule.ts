const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between attempts: each longer than the last, up to a day. Together three days and three quarters of an hour. */
const PAUSES_MS = [
  1 * SECOND,
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  3 * HOUR,
  8 * HOUR,
  16 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/**
 * How long to wait, in milliseconds, before a delivery is attempted again.
 * @param attempt which one has just failed, from 1
 * @returns undefined once it is given up, some three days after the first
 */
export function retryAfterMs(attempt: number): number | undefined {
  return PAUSES_MS[attempt - 1];
}
