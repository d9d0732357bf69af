import pg from 'pg';

const BIGINT = 20;
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const NUMERIC = 1700;

/**
 * How PostgreSQL's values become JavaScript's, for every statement of the pool: instants are Dates, of milliseconds, so
 * that what needs microseconds, as cursors do, casts to text; 64-bit integers, and sums of them, are numbers,
 * as nothing here counts beyond 2^53; a day without a time zone stays text.
 */
export function rowTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(NUMERIC, Number);
  types.setTypeParser(TIMESTAMPTZ, instant);
  types.setTypeParser(DATE, (text) => text);
  return types;
}

/** PostgreSQL writes 2026-11-24 10:00:00.123456+00, which Date reads once it is written as ISO 8601 has it. */
const instant = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
