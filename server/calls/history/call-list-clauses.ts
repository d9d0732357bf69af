import type { Keyset } from '../../infra/graphql/connection.ts';
import type { CallCriteria } from './call-criteria.ts';

/** Which calls something was said in: few enough to be named; or each is asked; or all of them are gone through. */
export type Saying = { ids: string[] } | { everyCallIsAsked: string } | { allAreJoined: string };

/** The middle of a statement; `sort` has the columns that are indexed in the order of the list. */
export type Clauses = {
  from: string;
  where: string;
  sort: { at: string; id: string };
  parameters: unknown[];
};

/**
 * Criteria as SQL, with only what is asked for in it, so that each combination gets the plan that fits it. Calls with
 * a sentiment or an intent are walked through in that table's own order, which is the same.
 */
export function clausesOf(
  tenantId: string,
  { status, sentiment, intent, customerId, since, before }: Omit<CallCriteria, 'search'>,
  { after, saying }: { after?: Keyset | undefined; saying?: Saying | undefined } = {},
): Clauses {
  const parameters: unknown[] = [tenantId];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const sort = sortOf(sentiment, intent);
  const joins = ['calls c'];
  const conditions = ['c.tenant_id = $1'];
  if (status !== undefined) conditions.push(`c.status = ${given(status)}`);
  if (customerId !== undefined) conditions.push(`c.customer_id = ${given(customerId)}`);
  if (sentiment !== undefined) {
    joins.push('join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id');
    conditions.push(`a.tenant_id = $1 and a.sentiment = ${given(sentiment)}`);
  }
  if (intent !== undefined) {
    joins.push('join call_intents i on i.tenant_id = c.tenant_id and i.call_id = c.id');
    conditions.push(`i.tenant_id = $1 and i.intent = ${given(intent)}`);
  }
  if (since !== undefined) conditions.push(`${sort.at} >= ${given(since)}`);
  if (before !== undefined) conditions.push(`${sort.at} < ${given(before)}`);
  if (after) conditions.push(`(${sort.at}, ${sort.id}) < (${given(after.at)}, ${given(after.id)}::uuid)`);
  if (saying && 'ids' in saying) conditions.push(`c.id = any(${given(saying.ids)}::uuid[])`);
  if (saying && 'everyCallIsAsked' in saying)
    conditions.push(`internal.call_says(c.id, ${given(saying.everyCallIsAsked)})`);
  if (saying && 'allAreJoined' in saying) {
    const bounds = [since ?? null, before ?? null].map(given);
    joins.push(
      `join internal.calls_saying(${given(saying.allAreJoined)}, ${bounds.join(', ')}, null, null, null) said on said.said_in = c.id`,
    );
  }
  return { from: joins.join('\n'), where: conditions.join(' and '), sort, parameters };
}

function sortOf(sentiment: unknown, intent: unknown): Clauses['sort'] {
  if (intent !== undefined) return { at: 'i.started_at', id: 'i.call_id' };
  if (sentiment !== undefined) return { at: 'a.started_at', id: 'a.call_id' };
  return { at: 'c.started_at', id: 'c.id' };
}
