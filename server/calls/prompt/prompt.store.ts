import type { Tx } from '../../infra/database.ts';
import { hotStatement, json, nullable, text, timestamptz, uuid } from '../../infra/hot-statement.ts';
import type { CallId, CustomerId, TenantId } from '../../infra/ids.ts';
import type { Line } from '../../language-model/briefing.ts';
import type { Intent } from '../../understanding/intents/intents.ts';
import type { PromptFacts } from './prompt.ts';

/** What is known of a call and its caller before a reply. */
export type KnownFacts = Pick<PromptFacts, 'lines' | 'caller'>;

/** What a row of `promptFactsSql` has. */
export const FACTS = {
  lines: nullable(json<Line[]>()),
  name: nullable(text()),
  notes: nullable(text()),
  lastCalls: nullable(json<{ at: string; intents: Intent[] }[]>()),
};

/**
 * What the model is told of a call and its caller.
 * @param customerId null where it isn't certain that the carrier sent the call: then nothing is known of the caller
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
  caller: {
    name: row?.name ?? null,
    notes: row?.notes ?? null,
    lastCalls: (row?.lastCalls ?? []).map(({ at, intents }) => ({ at: new Date(at), intents })),
  },
});

/** Earlier calls that the model hears of. */
const LAST_CALLS = 3;
/** Lines of the call that are read: more than its turns can make, so that nothing else can make a prompt of any length. */
const LATEST_LINES = 250;

/**
 * One select, since a caller waits in silence. $1 is the tenant, $2 the call. Of earlier calls it reads what they
 * were about in words of ours, never the caller's, and only of those that the carrier is known to have sent.
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
            from (select number, speaker, text from turns
                   where tenant_id = $1 and call_id = $2 and (${before}::timestamptz is null or at < ${before})
                   order by number desc limit ${LATEST_LINES}) latest) as lines,
         case when not customer.name_unverified then customer.name end as name,
         case when customer.notes_tellable then customer.notes end as notes,
         (select json_agg(json_build_object('at', earlier.started_at, 'intents', earlier.intents)
                          order by earlier.started_at desc)
            from (select c.started_at, a.intents from calls c
                    join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
                   where c.tenant_id = $1 and c.customer_id = ${customer} and c.id <> $2 and c.verified
                     and (${before}::timestamptz is null or c.started_at < ${before})
                   order by c.started_at desc, c.id desc limit ${LAST_CALLS}) earlier) as "lastCalls"
         ${also}
    from (select 1) one
    left join customers customer on customer.tenant_id = $1 and customer.id = ${customer}`;

const PROMPT_FACTS = hotStatement(promptFactsSql({ customer: '$3', before: '$4' }), FACTS, {
  tenantId: uuid<TenantId>(),
  callId: uuid<CallId>(),
  customerId: nullable(uuid<CustomerId>()),
  before: nullable(timestamptz()),
});
