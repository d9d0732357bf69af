import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import { arrayOf, int4, nullable, preparedStatement, text, uuid } from '../../infra/hot-statement.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { Db } from '../../infra/tables.ts';
import type { ExchangeKey } from '../exchange.store.ts';
import { GAP, type PromptLogEntry } from './prompt-log.ts';
import type { PromptLogEntryType } from './prompt-log.types.ts';

/** Stores what a model was told for a reply; nothing where the exchange is gone, as its words are forgotten then. */
export async function storePromptLog(tx: Tx, key: ExchangeKey, entry: PromptLogEntry): Promise<void> {
  await tx.run(STORE, {
    ...key,
    ids: entry.parts.map(({ id }) => id),
    texts: entry.parts.map(({ text }) => text),
    model: entry.model ?? null,
    firstLine: entry.firstLine,
    lastLine: entry.lastLine,
    earlier: entry.earlier ?? null,
    callerData: entry.callerData ?? null,
  });
}

/** Each reply's transaction has it. Who forgets the words waits for the lock on the exchange, or this finds it gone. */
const STORE = preparedStatement(
  `
  with exchange as (
    select 1 from exchanges where tenant_id = $1 and call_id = $2 and number = $3 for key share
  ), parts as (
    insert into prompt_log_parts (tenant_id, call_id, id, text)
    select $1, $2, part.id, part.text from exchange, unnest($4::uuid[], $5::text[]) part (id, text)
    on conflict do nothing
  )
  insert into prompt_log_entries (tenant_id, call_id, number, parts, model, first_line, last_line, earlier, caller_data)
  select $1, $2, $3, $4::uuid[], $6, $7, $8, $9, $10 from exchange
  on conflict do nothing`,
  {},
  {
    tenantId: uuid<TenantId>(),
    callId: uuid<CallId>(),
    number: int4(),
    ids: arrayOf(uuid()),
    texts: arrayOf(text()),
    model: nullable(text()),
    firstLine: int4(),
    lastLine: int4(),
    earlier: nullable(text()),
    callerData: nullable(text()),
  },
);

/** Which replies of a call: the first so many, or only the one that a line of the transcript holds. */
export type PromptLogAsked = { tenantId: TenantId; callId: CallId; line: number | null; first: number };

/** What models were told, for each that was asked, in the order of the calls' turns. One statement for all. */
export async function findPromptLog(
  { db }: Tx,
  asked: readonly PromptLogAsked[],
): Promise<PromptLogEntryType[][]> {
  const rows = await db
    .selectFrom(placesOf(asked))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('promptLogEntries as t')
          .innerJoin('exchanges as e', (on) =>
            on
              .onRef('e.tenantId', '=', 't.tenantId')
              .onRef('e.callId', '=', 't.callId')
              .onRef('e.number', '=', 't.number'),
          )
          .select([
            't.tenantId',
            't.callId',
            't.number as turn',
            't.parts',
            'e.lineNumber as line',
            'e.source',
          ])
          .select(['t.model', 'e.askedAt as at', 't.firstLine', 't.lastLine', 't.earlier', 't.callerData'])
          .whereRef('t.tenantId', '=', 'asked.tenantId')
          .whereRef('t.callId', '=', 'asked.callId')
          .where(({ or, eb }) =>
            or([eb('asked.line', 'is', null), eb('e.lineNumber', '=', eb.ref('asked.line'))]),
          )
          .orderBy('t.number')
          .limit(eb.ref('asked.first'))
          .as('entry'),
      (on) => on.onTrue(),
    )
    .select([
      'asked.place',
      'entry.turn',
      'entry.line',
      'entry.source',
      'entry.model',
      'entry.at',
      'entry.firstLine',
    ])
    .select(['entry.lastLine', 'entry.earlier', 'entry.callerData', instructionsOf(db).as('instructions')])
    .orderBy('asked.place')
    .orderBy('entry.turn')
    .execute();
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return asked.map((_, index) =>
    (byPlace.get(index + 1) ?? []).map(({ place, instructions, ...entry }) => ({
      ...entry,
      instructions: instructions ?? '',
    })),
  );
}

/** `place` counts what was asked from 1. */
const placesOf = (asked: readonly PromptLogAsked[]) => {
  const [tenants, calls] = [asked.map(({ tenantId }) => tenantId), asked.map(({ callId }) => callId)];
  const [lines, firsts] = [asked.map(({ line }) => line), asked.map(({ first }) => first)];
  return sql<PromptLogAsked & { place: number }>`
    unnest(${tenants}::uuid[], ${calls}::uuid[], ${lines}::int[], ${firsts}::int[]) with ordinality`.as<'asked'>(
    sql`asked (tenant_id, call_id, line, first, place)`,
  );
};

/** The paragraphs of the log entry `entry`, joined as they were split. */
const instructionsOf = (db: Db) =>
  db
    .selectFrom(
      sql<{ id: string; place: number }>`unnest(${sql.ref('entry.parts')}) with ordinality`.as<'part'>(
        sql`part (id, place)`,
      ),
    )
    .innerJoin('promptLogParts as p', (on) =>
      on
        .on('p.tenantId', '=', sql.ref('entry.tenantId'))
        .on('p.callId', '=', sql.ref('entry.callId'))
        .onRef('p.id', '=', 'part.id'),
    )
    .select(({ ref }) =>
      sql<string>`string_agg(${ref('p.text')}, ${GAP} order by ${ref('part.place')})`.as('instructions'),
    );
