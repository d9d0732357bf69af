import type { Tx } from '../infra/database.ts';
import { ADDED_UP, COLUMNS, COUNTED, type Counts } from './call-measures.ts';
import { piecesOf, type Range } from './quarters.ts';

/** Counts of one part of a range: of all of it, of a day, an hour of all days, or an hour of all days of the week. */
export type PartCounts = Counts & {
  /** As 2026-11-24, in the tenant's time zone, like the next two. */
  day: string | null;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number | null;
  /** 0 to 23. */
  hour: number | null;
};

/** A tenant's calls that began in a range, exact at any time, and quick whatever the range. */
export async function countCalls(tx: Tx, tenantId: string, range: Range): Promise<Counts> {
  const rows = await tx.query<Counts>(`${PARTS} select ${ADDED_UP} from parts`, parameters(tenantId, range));
  const [counts] = rows;
  if (!counts) throw new Error('A sum came without a row');
  return counts;
}

/** The same, with its parts by day, by hour, and by weekday and hour. Parts without a call are left out. */
export async function countCallsByTime(tx: Tx, tenantId: string, range: Range): Promise<PartCounts[]> {
  return tx.query<PartCounts>(BY_TIME, parameters(tenantId, range));
}

function parameters(tenantId: string, range: Range): unknown[] {
  const { whole, edges } = piecesOf(range);
  return [tenantId, whole.from, whole.to, edges.map(({ from }) => from), edges.map(({ to }) => to)];
}

/** Counts the calls that began in some ranges, `r`, call by call: each by its quarter. */
const CALL_BY_CALL = `
  cross join lateral (
    select ${COUNTED} from calls c left join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
     where c.tenant_id = $1 and c.started_at >= r.since and c.started_at < r.until) counted`;

/**
 * $1 tenant, $2 to $3 the whole quarters, $4 and $5 the edges. One snapshot sees a change either in the numbers of its
 * quarter or with the mark that it left.
 */
const PARTS = `
  with marked as materialized (
    select distinct quarter from call_quarter_marks
     where tenant_id = $1 and quarter >= $2::timestamptz and quarter < $3::timestamptz
  ), ranges as (
    select quarter, quarter as since, quarter + interval '15 minutes' as until from marked
    union all
    select internal.quarter(since), since, until from unnest($4::timestamptz[], $5::timestamptz[]) as edge (since, until)
  ), parts as (
    select q.quarter, ${COLUMNS} from call_quarters q
     where q.tenant_id = $1 and q.quarter >= $2::timestamptz and q.quarter < $3::timestamptz
       and q.quarter not in (select quarter from marked)
    union all
    select r.quarter, ${COLUMNS} from ranges r ${CALL_BY_CALL}
  )`;

/** First hour by hour, of which there are far fewer than quarters: each is then added to four sums. */
const BY_TIME = `${PARTS}, hours as (
    select date_trunc('hour', parts.quarter at time zone t.time_zone) as at, ${ADDED_UP}
      from parts join tenants t on t.id = $1 where calls > 0 group by 1
  ), local as (
    select to_char(at, 'YYYY-MM-DD') as day, extract(isodow from at)::int as weekday, extract(hour from at)::int as hour,
           ${COLUMNS}
      from hours
  )
  select day, weekday, hour, ${ADDED_UP} from local
   group by grouping sets ((), (day), (hour), (weekday, hour))
   order by day, weekday, hour`;

/** Quarters counted anew in one transaction. */
const BATCH = 500;

/**
 * Counts quarters in which something changed, and takes their marks away. The transaction must hold the tenant's lock
 * for it, so that what it sees is not older than what it replaces.
 * @returns whether there may be more
 */
export async function recount(tx: Tx, tenantId: string): Promise<boolean> {
  const marks = await tx.query(RECOUNT, [tenantId, BATCH]);
  return marks.length === BATCH;
}

const RECOUNT = `
  with r as (
    select distinct quarter, quarter as since, quarter + interval '15 minutes' as until from call_quarter_marks
     where tenant_id = $1 order by quarter limit $2
  ), unmarked as (
    delete from call_quarter_marks m using r where m.tenant_id = $1 and m.quarter = r.quarter
  ), stored as (
    insert into call_quarters (tenant_id, quarter, ${COLUMNS})
    select $1, r.quarter, ${COLUMNS} from r ${CALL_BY_CALL}
    on conflict (tenant_id, quarter) do update
      set (${COLUMNS}) = (select ${COLUMNS.split(', ')
        .map((column) => `excluded.${column}`)
        .join(', ')})
  )
  select quarter from r`;
