import pg from 'pg';
import { at } from '../infra/database.ts';

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
  types.setTypeParser(TIMESTAMPTZ, at);
  types.setTypeParser(DATE, (text) => text);
  return types;
}
