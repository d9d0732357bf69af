import type { Tx } from '../../infra/database.ts';
import {
  arrayOf,
  hotStatement,
  int4,
  int8,
  nullable,
  text,
  timestamptz,
  timestamptzText,
  uuid,
} from '../../infra/hot-statement.ts';
import type { TenantId } from '../../infra/ids.ts';
import { ADDED_UP, COLUMNS, COUNTED, type Counts, SUMS } from './call-measures.ts';
import { type Pieces, piecesOf, quartersOf, type Range, type Span } from './quarters.ts';

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
export async function countCalls(tx: Tx, tenantId: TenantId, range: Range): Promise<Counts> {
  const [counts] = await tx.run(IN_ALL, givenIn(tenantId, piecesOf(range)));
  if (!counts) throw new Error('A sum came without a row');
  return counts;
}

/** The same, with its parts by day, by hour, and by weekday and hour. Parts without a call are left out. */
export function countCallsByTime(tx: Tx, tenantId: TenantId, range: Range): Promise<PartCounts[]> {
  return tx.run(BY_TIME, givenIn(tenantId, quartersOf(range)));
}

function givenIn(tenantId: TenantId, { days, quarters, edges }: Pieces) {
  const since = (spans: Span[]) => spans.map((span) => span.since);
  const until = (spans: Span[]) => spans.map((span) => span.until);
  const day = days ? [days] : [];
  return {
    tenantId,
    daysSince: since(day),
    daysUntil: until(day),
    quartersSince: since(quarters),
    quartersUntil: until(quarters),
    edgesSince: since(edges),
    edgesUntil: until(edges),
  };
}

const instants = arrayOf(timestamptzText());

/** $1 to $7 of PARTS: the beginnings and the ends of days, of quarters, and of edges. */
const PARTS_PARAMETERS = {
  tenantId: uuid<TenantId>(),
  daysSince: instants,
  daysUntil: instants,
  quartersSince: instants,
  quartersUntil: instants,
  edgesSince: instants,
  edgesUntil: instants,
};

/** Counts the calls that began in some spans, `r`, call by call. */
const CALL_BY_CALL = `
  cross join lateral (
    select ${COUNTED} from calls c left join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
     where c.tenant_id = $1 and c.started_at >= r.since and c.started_at < r.until) counted`;

/** Adds up the quarters of some days, `d`. Not as a join: each day's quarters are to be found through the index. */
const quartersOfDay = (only = '') => `
  cross join lateral (
    select ${ADDED_UP} from call_quarters q
     where q.tenant_id = $1 and q.quarter >= d.day and q.quarter < d.day + interval '1 day' ${only}) added_up`;

const given = (since: number, until: number) =>
  `select since, until from unnest($${since}::timestamptz[], $${until}::timestamptz[]) as given (since, until)`;

/** One snapshot sees a change either in the numbers of its quarter and its day, or with the mark that it left. */
const PARTS = `
  with day_span as (${given(2, 3)}), quarter_span as (${given(4, 5)}),
  marked as materialized (
    select distinct m.quarter from (select * from day_span union all select * from quarter_span) s
      join call_quarter_marks m on m.tenant_id = $1 and m.quarter >= s.since and m.quarter < s.until
  ), marked_days as materialized (
    select distinct internal.utc_day(marked.quarter) as day from marked
      join day_span s on marked.quarter >= s.since and marked.quarter < s.until
  ), parts as (
    select d.day as quarter, ${COLUMNS} from day_span s
      join call_days d on d.tenant_id = $1 and d.day >= s.since and d.day < s.until
     where d.day not in (select day from marked_days)
    union all
    select q.quarter, ${COLUMNS} from quarter_span s
      join call_quarters q on q.tenant_id = $1 and q.quarter >= s.since and q.quarter < s.until
     where q.quarter not in (select quarter from marked)
    union all
    select d.day, ${COLUMNS} from marked_days d ${quartersOfDay('and q.quarter not in (select quarter from marked)')}
    union all
    select internal.quarter(r.since), ${COLUMNS}
      from (select quarter as since, quarter + interval '15 minutes' as until from marked
            union all ${given(6, 7)}) r ${CALL_BY_CALL}
  )`;

const IN_ALL = hotStatement(`${PARTS} select ${ADDED_UP} from parts`, SUMS, PARTS_PARAMETERS);

/** First hour by hour, of which there are far fewer than quarters: each is then added to four sums. */
const BY_TIME = hotStatement(
  `${PARTS}, hours as (
    select date_trunc('hour', parts.quarter at time zone t.time_zone) as at, ${ADDED_UP}
      from parts join tenants t on t.id = $1 where calls > 0 group by 1
  ), local as (
    select to_char(at, 'YYYY-MM-DD') as day, extract(isodow from at)::int as weekday, extract(hour from at)::int as hour,
           ${COLUMNS}
      from hours
  )
  select day, weekday, hour, ${ADDED_UP} from local
   group by grouping sets ((), (day), (hour), (weekday, hour))
   order by day, weekday, hour`,
  { day: nullable(text()), weekday: nullable(int4()), hour: nullable(int4()), ...SUMS },
  PARTS_PARAMETERS,
);

/** Quarters counted anew in one transaction. */
const BATCH = 500;

/**
 * Counts quarters in which something changed, and their days, and takes the marks away. The transaction must hold the
 * tenant's lock for it, so that what it sees is not older than what it replaces.
 * @returns whether there may be more
 */
export async function recount(tx: Tx, tenantId: TenantId): Promise<boolean> {
  const counted = await tx.run(COUNT_QUARTERS, { tenantId, most: BATCH });
  const quarters = counted.map(({ quarter }) => quarter);
  if (quarters.length > 0) await tx.run(ADD_UP_DAYS, { tenantId, quarters });
  return counted.length === BATCH;
}

const REPLACED = `(${COLUMNS}) = row (${COLUMNS.split(', ')
  .map((column) => `excluded.${column}`)
  .join(', ')})`;

const COUNT_QUARTERS = hotStatement(
  `
  with r as (
    select distinct quarter, quarter as since, quarter + interval '15 minutes' as until from call_quarter_marks
     where tenant_id = $1 order by quarter limit $2
  ), unmarked as (
    delete from call_quarter_marks m using r where m.tenant_id = $1 and m.quarter = r.quarter
  ), stored as (
    insert into call_quarters (tenant_id, quarter, ${COLUMNS})
    select $1, r.quarter, ${COLUMNS} from r ${CALL_BY_CALL}
    on conflict (tenant_id, quarter) do update set ${REPLACED}
  )
  select quarter from r`,
  { quarter: timestamptz() },
  { tenantId: uuid<TenantId>(), most: int8() },
);

const ADD_UP_DAYS = hotStatement(
  `
  insert into call_days (tenant_id, day, ${COLUMNS})
  select $1, d.day, ${COLUMNS}
    from (select distinct internal.utc_day(quarter) as day from unnest($2::timestamptz[]) as changed (quarter)) d
    ${quartersOfDay()}
  on conflict (tenant_id, day) do update set ${REPLACED}`,
  {},
  { tenantId: uuid<TenantId>(), quarters: arrayOf(timestamptz()) },
);

/** Tenants with quarters to count anew, by their ids, at most `most` after one. The transaction must be the platform's. */
export function changedTenants({ db }: Tx, after: TenantId, most: number): Promise<{ id: TenantId }[]> {
  return db
    .selectFrom('tenants as t')
    .select('t.id')
    .where('t.id', '>', after)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('callQuarterMarks as m').select('m.quarter').whereRef('m.tenantId', '=', 't.id')),
    )
    .orderBy('t.id')
    .limit(most)
    .execute();
}
