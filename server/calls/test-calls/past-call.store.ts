import { at, type Tx } from '../../infra/database.ts';
import type { CallIdentity } from '../call-event.ts';
import type { CallState } from '../conversation/call-state.ts';
import { type Exchange, exchangesBefore } from '../exchange.store.ts';
import { readPromptFacts } from '../prompt/prompt.store.ts';
import type { PromptFacts } from '../prompt/prompt.ts';

/** A call as it stood at some moment. */
export type PastCall = CallState &
  Pick<PromptFacts, 'lines' | 'caller' | 'lastCall'> & { exchanges: Exchange[] };

type Row = { id: string | null; customerId: string | null; startedAt: string | null; endedAt: string | null };

const NONE = '00000000-0000-0000-0000-000000000000';

/** Looks up what a webhook that came at `moment` met; where it was the call's first, a call that begins. */
export async function readPastCall(tx: Tx, call: CallIdentity, moment: Date): Promise<PastCall> {
  const tenantId = call.tenant.id;
  const phone = (call.direction === 'INBOUND' ? call.from : call.to) ?? null;
  const row = await tx.one<Row>(PAST_CALL, [tenantId, call.providerCallId, moment, phone]);
  const callId = row?.id ?? NONE;
  const facts = { tenantId, callId, customerId: row?.customerId ?? null, before: moment };
  const exchanges = await exchangesBefore(tx, { tenantId, callId }, moment);
  const { heardAt } =
    (await tx.one<{ heardAt: string | null }>(LAST_HEARD, [tenantId, callId, moment])) ?? {};
  const endedAt = row?.endedAt ? at(row.endedAt) : undefined;
  return {
    ...(await readPromptFacts(tx, facts)),
    status: endedAt && endedAt < moment ? 'COMPLETED' : 'IN_PROGRESS',
    startedAt: row?.startedAt ? at(row.startedAt) : moment,
    lastExchange: exchanges.at(-1)?.number ?? 0,
    silences: silencesSince(exchanges, heardAt ? at(heardAt) : undefined),
    exchanges,
  };
}

/** The exchange in which the caller was last heard was asked with that line, or a moment after it. */
function silencesSince(exchanges: readonly Exchange[], heardAt: Date | undefined): number {
  if (heardAt === undefined) return exchanges.length;
  return Math.max(0, exchanges.filter(({ askedAt }) => askedAt >= heardAt).length - 1);
}

/** $1 tenant, $2 provider call id, $3 moment, $4 the customer's number. */
const PAST_CALL = `
  select c.id, coalesce(c.customer_id, k.id) as "customerId", c.started_at as "startedAt", c.ended_at as "endedAt"
    from (select 1) one
    left join calls c on c.tenant_id = $1 and c.provider_call_id = $2 and c.started_at < $3
    left join customers k on k.tenant_id = $1 and k.phone = $4`;

const LAST_HEARD = `
  select max(at) as "heardAt" from turns
   where tenant_id = $1 and call_id = $2 and speaker = 'CALLER' and at < $3`;

/** What the caller said in a turn that came as a recording; undefined where nobody could make it out. */
export async function readTranscribed(
  tx: Tx,
  {
    tenantId,
    providerCallId,
    turn,
    moment,
  }: { tenantId: string; providerCallId: string; turn: number; moment: Date },
): Promise<string | undefined> {
  const line = await tx.one<{ text: string }>(TRANSCRIBED, [tenantId, providerCallId, turn, moment]);
  return line?.text;
}

/** Before the next turn was asked. */
const TRANSCRIBED = `
  select t.text from calls c join turns t on t.tenant_id = c.tenant_id and t.call_id = c.id
   where c.tenant_id = $1 and c.provider_call_id = $2 and t.speaker = 'CALLER' and t.at >= $4
     and t.at < coalesce((select min(e.asked_at) from exchanges e
                           where e.tenant_id = c.tenant_id and e.call_id = c.id and e.number > $3), 'infinity')
   order by t.number limit 1`;
