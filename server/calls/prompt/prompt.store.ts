import { at, type Tx } from '../../infra/database.ts';
import type { Line } from '../../language-model/briefing.ts';
import type { PromptFacts } from './prompt.ts';

type Row = {
  lines: Line[] | null;
  name: string | null;
  notes: string | null;
  lastCallAt: string | null;
  gist: string | null;
};

/**
 * What the model is told of a call and its caller, in one statement: somebody waits in silence.
 * @param before as it was then, for a call that is looked at later
 */
export async function readPromptFacts(
  tx: Tx,
  {
    tenantId,
    callId,
    customerId,
    before,
  }: { tenantId: string; callId: string; customerId: string | null; before?: Date },
): Promise<Pick<PromptFacts, 'lines' | 'caller' | 'lastCall'>> {
  const row = await tx.one<Row>(PROMPT_FACTS, [tenantId, callId, customerId, before ?? null]);
  return {
    lines: row?.lines ?? [],
    caller: { name: row?.name ?? null, notes: row?.notes ?? null },
    lastCall: row?.lastCallAt && row.gist ? { at: at(row.lastCallAt), gist: row.gist } : undefined,
  };
}

/** The gist of the last call is what the caller said first in it. */
const PROMPT_FACTS = `
  select (select json_agg(json_build_object('speaker', speaker, 'text', text) order by number)
            from turns where tenant_id = $1 and call_id = $2 and ($4::timestamptz is null or at < $4)) as lines,
         customer.name, customer.notes, last.started_at as "lastCallAt",
         (select string_agg(said.text, ' / ' order by said.number)
            from (select number, left(text, 200) as text from turns
                   where tenant_id = $1 and call_id = last.id and speaker = 'CALLER'
                   order by number limit 4) said) as gist
    from (select 1) one
    left join customers customer on customer.tenant_id = $1 and customer.id = $3
    left join lateral (
      select id, started_at from calls
       where tenant_id = $1 and customer_id = $3 and id <> $2 and ($4::timestamptz is null or started_at < $4)
       order by started_at desc, id desc limit 1) last on true`;
