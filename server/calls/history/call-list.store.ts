import { at, type Tx } from '../../infra/database.ts';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { CallType, TurnType } from '../call.types.ts';
import type { CallCriteria } from './call-criteria.ts';
import { clausesOf, type Saying } from './call-list-clauses.ts';

/** With the microseconds of its place in lists. */
export type RawCall = Omit<CallType, 'startedAt'> & { startedAt: string };

/** @param startedAt the column that lists are sorted by: of microseconds, it must be the one that cursors hold */
const callColumns = (
  startedAt = 'c.started_at',
) => `c.tenant_id as "tenantId", c.id, c.provider_call_id as "providerCallId", c.direction, c.status,
  c.raw_from as "rawFrom", c."from", c."to", c.customer_id as "customerId", c.persona_version as "personaVersion",
  ${startedAt}::text as "startedAt", c.ended_at as "endedAt", c.duration_seconds as "durationSeconds",
  c.hangup_cause as "hangupCause"`;

export const shown = (row: RawCall): CallType => ({
  ...row,
  startedAt: at(row.startedAt),
});
export const placeOf = ({ startedAt, id }: RawCall): Keyset => ({ at: startedAt, id });

/** In no order. */
export async function findCalls(tx: Tx, ids: readonly string[]): Promise<CallType[]> {
  return (await tx.query<RawCall>(`select ${callColumns()} from calls c where c.id = any($1)`, [ids])).map(
    shown,
  );
}

/** More calls than that are not named one by one. */
const MOST_NAMED = 2_000;

/** Newest first, at most `limit`. */
export async function listCalls(
  tx: Tx,
  tenantId: string,
  criteria: CallCriteria,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<RawCall[]> {
  const { search } = criteria;
  const saying =
    search === undefined
      ? undefined
      : isNarrowed(criteria)
        ? await sayingAmongOthers(tx, criteria, search)
        : { ids: await idsSaying(tx, criteria, search, { after, most: limit }) };
  const { from, where, sort, parameters } = clausesOf(tenantId, criteria, { after, saying });
  return tx.query<RawCall>(
    `select ${callColumns(sort.at)} from ${from} where ${where} order by ${sort.at} desc, ${sort.id} desc limit ${limit}`,
    parameters,
  );
}

/** How many there are in all; without criteria, as they were counted when they came. */
export async function countCalls(tx: Tx, tenantId: string, criteria: CallCriteria): Promise<number> {
  const { search, since, before } = criteria;
  if (Object.values(criteria).every((wanted) => wanted === undefined)) {
    return amount(
      tx,
      `select coalesce(sum(amount), 0)::int as amount from tallies where tenant_id = $1 and subject = 'calls'`,
      [tenantId],
    );
  }
  if (search !== undefined && !isNarrowed(criteria)) {
    return amount(tx, 'select internal.amount_saying($1, $2, $3) as amount', [
      search,
      since ?? null,
      before ?? null,
    ]);
  }
  const saying = search === undefined ? undefined : await sayingAmongAll(tx, tenantId, criteria, search);
  const { from, where, parameters } = clausesOf(tenantId, criteria, { saying });
  return amount(tx, `select count(*)::int as amount from ${from} where ${where}`, parameters);
}

/** Whether more is asked for than words and times, which the index of words knows itself. */
const isNarrowed = ({ status, sentiment, intent, customerId }: CallCriteria): boolean =>
  [status, sentiment, intent, customerId].some((wanted) => wanted !== undefined);

async function sayingAmongOthers(tx: Tx, criteria: CallCriteria, search: string): Promise<Saying> {
  const ids = await idsSaying(tx, criteria, search, { after: undefined, most: MOST_NAMED + 1 });
  return ids.length <= MOST_NAMED ? { ids } : { everyCallIsAsked: search };
}

/** For counting: where neither the words nor the rest narrow much, all calls with the words are gone through at once. */
async function sayingAmongAll(
  tx: Tx,
  tenantId: string,
  criteria: CallCriteria,
  search: string,
): Promise<Saying> {
  const saying = await sayingAmongOthers(tx, criteria, search);
  if ('ids' in saying) return saying;
  const { from, where, parameters } = clausesOf(tenantId, criteria);
  const others = `select count(*)::int as amount from (select from ${from} where ${where} limit ${MOST_NAMED + 1}) others`;
  return (await amount(tx, others, parameters)) <= MOST_NAMED ? saying : { allAreJoined: search };
}

/** The newest calls in which something was said. */
async function idsSaying(
  tx: Tx,
  { since, before }: CallCriteria,
  search: string,
  { after, most }: { after: Keyset | undefined; most: number },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select said_in as id from internal.calls_saying($1, $2, $3, $4, $5, $6)
      order by said_at desc, said_in desc limit $6`,
    [search, since ?? null, before ?? null, after?.at ?? null, after?.id ?? null, most],
  );
  return rows.map(({ id }) => id);
}

async function amount(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<number> {
  return (await tx.one<{ amount: number }>(sql, parameters))?.amount ?? 0;
}

type RawTurn = Omit<TurnType, 'at'> & { at: string; callId: string };

/** The transcripts of calls, each in its order. */
export async function findTurns(
  tx: Tx,
  calls: readonly { tenantId: string; id: string }[],
): Promise<(TurnType & { callId: string })[]> {
  const rows = await tx.query<RawTurn>(
    `select t.call_id as "callId", t.id, t.number, t.speaker, t.text, t.at, t.confidence, t.source,
            e.reply_ms as "replyMs"
       from turns t
       left join lateral (
         select greatest(0, round(extract(epoch from t.at - e.asked_at) * 1000))::int as reply_ms
           from exchanges e
          where t.speaker = 'AGENT' and e.tenant_id = t.tenant_id and e.call_id = t.call_id
            and e.line_number = t.number limit 1) e on true
      where (t.tenant_id, t.call_id) in (select * from unnest($1::uuid[], $2::uuid[]))
      order by t.call_id, t.number`,
    [calls.map(({ tenantId }) => tenantId), calls.map(({ id }) => id)],
  );
  return rows.map((row) => ({ ...row, at: at(row.at) }));
}
