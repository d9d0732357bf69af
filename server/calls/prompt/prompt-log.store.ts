import { at, type Tx } from '../../infra/database.ts';
import type { ExchangeKey } from '../exchange.store.ts';
import type { PromptLogEntry } from './prompt-log.ts';
import type { PromptLogEntryType } from './prompt-log.types.ts';

/** Stores what a model was told for a reply; nothing where the exchange is gone, as its words are forgotten then. */
export async function storePromptLog(tx: Tx, key: ExchangeKey, told: PromptLogEntry): Promise<void> {
  await tx.query(STORE, [
    key.tenantId,
    key.callId,
    key.number,
    told.parts.map(({ id }) => id),
    told.parts.map(({ text }) => text),
    told.model ?? null,
    told.firstLine,
    told.lastLine,
    told.earlier ?? null,
  ]);
}

/** Whoever forgets the words waits for the lock on the exchange, or this finds it gone. */
const STORE = `
  with exchange as (
    select 1 from exchanges where tenant_id = $1 and call_id = $2 and number = $3 for key share
  ), parts as (
    insert into prompt_log_parts (tenant_id, call_id, id, text)
    select $1, $2, part.id, part.text from exchange, unnest($4::uuid[], $5::text[]) part (id, text)
    on conflict do nothing
  )
  insert into prompt_log_entries (tenant_id, call_id, number, parts, model, first_line, last_line, earlier)
  select $1, $2, $3, $4::uuid[], $6, $7, $8, $9 from exchange
  on conflict do nothing`;

/** Which replies of a call: the first so many, or only the one that a line of the transcript holds. */
export type PromptLogAsked = { tenantId: string; callId: string; line: number | null; first: number };

/** What models were told, for each that was asked, in the order of the calls' turns. One statement for all. */
export async function findPromptLog(
  tx: Tx,
  asked: readonly PromptLogAsked[],
): Promise<PromptLogEntryType[][]> {
  const rows = await tx.query<Omit<PromptLogEntryType, 'at'> & { place: number; at: string }>(FIND, [
    asked.map(({ tenantId }) => tenantId),
    asked.map(({ callId }) => callId),
    asked.map(({ line }) => line),
    asked.map(({ first }) => first),
  ]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, index) =>
    (byPlace.get(index + 1) ?? []).map(({ place, ...told }) => ({ ...told, at: at(told.at) })),
  );
}

const FIND = `
  select asked.place::int, told.*
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) with ordinality
           asked (tenant_id, call_id, line, first, place)
    cross join lateral (
      select t.number as turn, e.line_number as line, e.source, t.model, e.asked_at as at,
             t.first_line as "firstLine", t.last_line as "lastLine", t.earlier,
             (select string_agg(p.text, E'\\n\\n' order by part.place)
                from unnest(t.parts) with ordinality part (id, place)
                join prompt_log_parts p on p.tenant_id = t.tenant_id and p.call_id = t.call_id and p.id = part.id
             ) as instructions
        from prompt_log_entries t
        join exchanges e on e.tenant_id = t.tenant_id and e.call_id = t.call_id and e.number = t.number
       where t.tenant_id = asked.tenant_id and t.call_id = asked.call_id
         and (asked.line is null or e.line_number = asked.line)
       order by t.number limit asked.first) told
   order by asked.place, told.turn`;
