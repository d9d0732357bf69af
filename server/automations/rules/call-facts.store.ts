import type { CallStatus } from '../../calls/call.entity.ts';
import { at, type Tx } from '../../infra/database.ts';
import type { Outcome, Sentiment } from '../../language-model/analyst.ts';
import { INTENTS, type Intent, recogniseIntents } from '../../understanding/intents/intents.ts';
import type { CallFacts } from './call-facts.ts';

type Raw = {
  tenantId: string;
  slug: string;
  tenantName: string;
  timeZone: string;
  id: string;
  providerCallId: string;
  from: string | null;
  rawFrom: string | null;
  to: string | null;
  status: CallStatus;
  startedAt: string;
  durationSeconds: number | null;
  customer: NonNullable<CallFacts['customer']> | null;
  sentiment: Sentiment | null;
  sentimentScore: number;
  summary: string;
  outcome: Outcome;
  intents: Intent[];
  lines: (Omit<CallFacts['call']['lines'][number], 'at'> & { at: string })[];
};

/** All that automations may ask and tell of a call. @returns undefined where it is gone */
export async function readCallFacts(
  tx: Tx,
  tenantId: string,
  callId: string,
): Promise<CallFacts | undefined> {
  const row = await tx.one<Raw>(FACTS, [tenantId, callId]);
  if (!row) return undefined;
  const lines = row.lines.map((line) => ({ ...line, at: new Date(line.at) }));
  const { sentiment, sentimentScore, summary, outcome } = row;
  return {
    tenant: { id: row.tenantId, slug: row.slug, name: row.tenantName, timeZone: row.timeZone },
    call: {
      id: row.id,
      providerCallId: row.providerCallId,
      from: row.from ?? row.rawFrom,
      to: row.to,
      status: row.status,
      startedAt: at(row.startedAt),
      durationSeconds: row.durationSeconds,
      lines,
    },
    customer: row.customer,
    intents: sentiment === null ? heardIn(lines) : row.intents,
    analysis: sentiment === null ? null : { sentiment, sentimentScore, summary, outcome },
  };
}

/** What the caller wanted so far, by script, the most urgent first. */
function heardIn(lines: CallFacts['call']['lines']): Intent[] {
  const words = lines.filter(({ speaker }) => speaker === 'CALLER');
  const heard = new Set(words.flatMap(({ text }) => recogniseIntents(text)));
  const wanted = INTENTS.filter((intent) => heard.has(intent));
  return wanted.length > 1 ? wanted.filter((intent) => intent !== 'GENERAL') : wanted;
}

const FACTS = `
  select t.id as "tenantId", t.slug, t.name as "tenantName", t.time_zone as "timeZone",
         c.id, c.provider_call_id as "providerCallId", c."from", c.raw_from as "rawFrom", c."to", c.status,
         c.started_at as "startedAt", c.duration_seconds as "durationSeconds",
         case when k.id is not null then json_build_object(
           'id', k.id, 'phone', k.phone, 'name', k.name, 'tags', k.tags,
           'isNew', not exists (select from calls before where before.tenant_id = c.tenant_id
                                   and before.customer_id = c.customer_id and before.started_at < c.started_at)
         ) end as customer,
         a.sentiment, a.sentiment_score as "sentimentScore", a.summary, a.outcome, a.intents,
         coalesce((select json_agg(json_build_object('number', number, 'speaker', speaker, 'text', text, 'at', at)
                                   order by number)
            from turns where tenant_id = $1 and call_id = $2), '[]') as lines
    from calls c
    join tenants t on t.id = c.tenant_id
    left join customers k on k.tenant_id = c.tenant_id and k.id = c.customer_id
    left join call_analyses a on a.tenant_id = c.tenant_id and a.call_id = c.id
   where c.tenant_id = $1 and c.id = $2`;
