import { sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { CallId } from '../../infra/ids.ts';
import { callsWithNumber } from '../../numbers/inventory/call-number.store.ts';
import type { NotedRecording, RecordingKey } from '../recording.store.ts';

const ONLY_HEARD = 'It was recorded only to understand the caller, and isn’t kept.';
/** More than a call has turns. */
const MOST_ONLY_HEARD = 200;

const COLUMNS = [
  ...(['tenantId', 'id', 'callId', 'sourceKey', 'urlHash', 'sourceHost'] as const),
  ...(['parentAuthId', 'status', 'reason', 'notedAt', 'numberId', 'verified', 'onlyHeard'] as const),
];

/** Remembers a recording whose sound isn't kept: one statement, as the caller waits. */
export async function noteOnlyHeard(
  { db }: Tx,
  { tenantId, id }: RecordingKey,
  callId: CallId,
  { sourceKey, urlHash, host, parentAuthId, verified }: NotedRecording,
  { now }: { now: Date },
): Promise<void> {
  await db
    .insertInto('recordings')
    .columns(COLUMNS)
    .expression(({ selectFrom, fn }) =>
      callsWithNumber({ db })
        .select([
          'c.tenantId',
          sql<string>`${id}::uuid`.as('id'),
          'c.id as callId',
          sql<string>`${sourceKey}::text`.as('sourceKey'),
          sql<Buffer>`${urlHash}::bytea`.as('urlHash'),
          sql<string>`${host}::text`.as('sourceHost'),
          sql<string | null>`${parentAuthId ?? null}::text`.as('parentAuthId'),
          sql<'REFUSED'>`'REFUSED'`.as('status'),
          sql<string>`${ONLY_HEARD}::text`.as('reason'),
          sql<Date>`${now}::timestamptz`.as('notedAt'),
          'n.id as numberId',
          sql<boolean>`${verified}::boolean`.as('verified'),
          sql<boolean>`true`.as('onlyHeard'),
        ])
        .where('c.tenantId', '=', tenantId)
        .where('c.id', '=', callId)
        .where(
          selectFrom('recordings as r')
            .select(fn.countAll<number>().as('amount'))
            .where('r.tenantId', '=', tenantId)
            .where('r.callId', '=', callId)
            .where('r.onlyHeard', '=', true),
          '<',
          MOST_ONLY_HEARD,
        ),
    )
    .onConflict((there) => there.columns(['tenantId', 'callId', 'sourceKey']).doNothing())
    .execute();
}
