import { at, type Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { CallType, TurnType } from './call.types.ts';
import type { CallCriteria } from './call-criteria.ts';

/** As PostgreSQL delivers it: instants with their microseconds. */
export type RawCall = Omit<CallType, 'startedAt' | 'endedAt'> & { startedAt: string; endedAt: string | null };

const CALL = `c.tenant_id as "tenantId", c.id, c.provider_call_id as "providerCallId", c.direction, c.status,
  c.raw_from as "rawFrom", c."from", c."to", c.customer_id as "customerId", c.persona_version as "personaVersion",
  c.started_at as "startedAt", c.ended_at as "endedAt", c.duration_seconds as "durationSeconds",
  c.hangup_cause as "hangupCause"`;

export const shown = (row: RawCall): CallType => ({
  ...row,
  startedAt: at(row.startedAt),
  endedAt: row.endedAt === null ? null : at(row.endedAt),
});
export const placeOf = ({ startedAt, id }: RawCall): Keyset => ({ at: startedAt, id });

/** In no order. */
export async function findCalls(tx: Tx, ids: readonly string[]): Promise<CallType[]> {
  return (await tx.query<RawCall>(`select ${CALL} from calls c where c.id = any($1)`, [ids])).map(shown);
}

/** Newest first, at most `limit`. */
export async function listCalls(
  tx: Tx,
  tenantId: string,
  criteria: CallCriteria,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<RawCall[]> {
  const { from, where, parameters } = clauses(tenantId, criteria, { after, limit });
  return tx.query<RawCall>(
    `select ${CALL} from ${from} where ${where} order by c.started_at desc, c.id desc limit ${limit}`,
    parameters,
  );
}

/** How many there are in all; without criteria, as they were counted when they came. */
export async function countCalls(tx: Tx, tenantId: string, criteria: CallCriteria): Promise<number> {
  if (Object.values(criteria).every((wanted) => wanted === undefined)) {
    const row = await tx.one<{ amount: number }>(
      `select coalesce(sum(amount), 0)::int as amount from tallies where tenant_id = $1 and subject = 'calls'`,
      [tenantId],
    );
    return row?.amount ?? 0;
  }
  const { search, since, before, ...others } = criteria;
  if (search !== undefined && Object.values(others).every((wanted) => wanted === undefined)) {
    const row = await tx.one<{ amount: number }>('select internal.amount_saying($1, $2, $3) as amount', [
      search,
      since ?? null,
      before ?? null,
    ]);
    return row?.amount ?? 0;
  }
  const { from, where, parameters } = clauses(tenantId, criteria);
  const row = await tx.one<{ amount: number }>(
    `select count(*)::int as amount from ${from} where ${where}`,
    parameters,
  );
  return row?.amount ?? 0;
}

/** The criteria as SQL, with only what is asked for in it: so that each combination gets the plan that fits it. */
function clauses(
  tenantId: string,
  criteria: CallCriteria,
  page?: { after: Keyset | undefined; limit: number },
) {
  const parameters: unknown[] = [tenantId];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const joins = ['calls c'];
  const conditions = ['c.tenant_id = $1'];
  const { status, sentiment, intent, customerId, since, before, search } = criteria;
  if (status !== undefined) conditions.push(`c.status = ${given(status)}`);
  if (customerId !== undefined) conditions.push(`c.customer_id = ${given(customerId)}`);
  if (since !== undefined) conditions.push(`c.started_at >= ${given(since)}`);
  if (before !== undefined) conditions.push(`c.started_at < ${given(before)}`);
  if (page?.after)
    conditions.push(`(c.started_at, c.id) < (${given(page.after.at)}, ${given(page.after.id)}::uuid)`);
  if (sentiment !== undefined) {
    joins.push('join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id');
    conditions.push(`a.sentiment = ${given(sentiment)}`);
  }
  if (intent !== undefined) {
    joins.push('join call_intents i on i.tenant_id = c.tenant_id and i.call_id = c.id');
    conditions.push(`i.intent = ${given(intent)}`);
  }
  if (search !== undefined) {
    const isNarrowed =
      status !== undefined || customerId !== undefined || sentiment !== undefined || intent !== undefined;
    if (isNarrowed) {
      conditions.push(`internal.call_says(c.id, ${given(search)})`);
    } else {
      const [after_at, after_id] = [page?.after?.at ?? null, page?.after?.id ?? null];
      const said = [search, since ?? null, before ?? null, after_at, after_id, page?.limit ?? null].map(
        given,
      );
      joins.push(`join internal.calls_saying(${said.join(', ')}) said on said.said_in = c.id`);
    }
  }
  return { from: joins.join('\n'), where: conditions.join(' and '), parameters };
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
