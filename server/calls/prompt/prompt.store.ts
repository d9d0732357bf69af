import type { Tx } from '../../infra/database.ts';
import { hotStatement, json, nullable, text, timestamptz, uuid } from '../../infra/hot-statement.ts';
import type { CallId, CustomerId, TenantId } from '../../infra/ids.ts';
import type { Line } from '../../language-model/briefing.ts';
import type { PromptFacts } from './prompt.ts';

/** What is known of a call and its caller before a reply. */
export type KnownFacts = Pick<PromptFacts, 'lines' | 'caller' | 'lastCall'>;

/** What a row of `promptFactsSql` has. */
export const FACTS = {
  lines: nullable(json<Line[]>()),
  name: nullable(text()),
  notes: nullable(text()),
  lastCallAt: nullable(timestamptz()),
  gist: nullable(text()),
};

/**
 * What the model is told of a call and its caller.
 * @param before as it was then, for a call that is looked at later
 */
export async function readPromptFacts(
  tx: Tx,
  {
    tenantId,
    callId,
    customerId,
    before,
  }: { tenantId: TenantId; callId: CallId; customerId: CustomerId | null; before?: Date },
): Promise<KnownFacts> {
  const [facts] = await tx.run(PROMPT_FACTS, { tenantId, callId, customerId, before: before ?? null });
  return knownFacts(facts);
}

export const knownFacts = (row: (typeof PROMPT_FACTS)['row'] | undefined): KnownFacts => ({
  lines: row?.lines ?? [],
  caller: { name: row?.name ?? null, notes: row?.notes ?? null },
  lastCall: row?.lastCallAt && row.gist ? { at: row.lastCallAt, gist: row.gist } : undefined,
});

/**
 * One select, since a caller waits in silence. $1 is the tenant, $2 the call; the gist of the last call is what the
 * caller said first in it.
 * @param also columns more, each after a comma
 */
export const promptFactsSql = ({
  customer,
  before,
  also = '',
}: {
  customer: string;
  before: string;
  also?: string;
}): string => `
  select (select json_agg(json_build_object('speaker', speaker, 'text', text) order by number)
            from turns
           where tenant_id = $1 and call_id = $2 and (${before}::timestamptz is null or at < ${before})) as lines,
         customer.name, customer.notes, last.started_at as "lastCallAt",
         (select string_agg(said.text, ' / ' order by said.number)
            from (select number, left(text, 200) as text from turns
                   where tenant_id = $1 and call_id = last.id and speaker = 'CALLER'
                   order by number limit 4) said) as gist
         ${also}
    from (select 1) one
    left join customers customer on customer.tenant_id = $1 and customer.id = ${customer}
    left join lateral (
      select id, started_at from calls
       where tenant_id = $1 and customer_id = ${customer} and id <> $2
         and (${before}::timestamptz is null or started_at < ${before})
       order by started_at desc, id desc limit 1) last on true`;

const PROMPT_FACTS = hotStatement(promptFactsSql({ customer: '$3', before: '$4' }), FACTS, {
  tenantId: uuid<TenantId>(),
  callId: uuid<CallId>(),
  customerId: nullable(uuid<CustomerId>()),
  before: nullable(timestamptz()),
});
