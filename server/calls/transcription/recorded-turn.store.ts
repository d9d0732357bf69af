import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { ExchangeKey } from '../exchange.store.ts';

/** Notes that the recording of a turn has begun, unless the turn is taken already; the first report of it counts. */
export async function noteRecordingBegun(
  { db }: Tx,
  { tenantId, callId, turn }: { tenantId: TenantId; callId: CallId; turn: number },
  now: Date,
): Promise<void> {
  await db
    .updateTable('calls')
    .set({ recordedTurn: turn, recordedSince: now })
    .where('tenantId', '=', tenantId)
    .where('id', '=', callId)
    .where('lastExchange', '<', turn)
    .where('recordedTurn', 'is distinct from', turn)
    .execute();
}

/** Notes that a turn was taken for a silence because no sound of it came. */
export async function noteSoundLacking({ db }: Tx, key: ExchangeKey): Promise<void> {
  await exchange(db, key).set({ lacksSound: true }).execute();
}

/** Takes the sound of a turn that was given up. @returns false where none is lacking, or it came before */
export async function takeLackingSound({ db }: Tx, key: ExchangeKey): Promise<boolean> {
  const taken = await exchange(db, key)
    .set({ lacksSound: false })
    .where('lacksSound', '=', true)
    .returning('number')
    .execute();
  return taken.length === 1;
}

/** A caller whose words came late wasn't silent. */
export async function forgetSilences(
  { db }: Tx,
  { tenantId, callId }: Omit<ExchangeKey, 'number'>,
): Promise<void> {
  await db
    .updateTable('calls')
    .set({ silences: 0 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', callId)
    .where('silences', '>', 0)
    .execute();
}

const exchange = (db: Tx['db'], { tenantId, callId, number }: ExchangeKey) =>
  db
    .updateTable('exchanges')
    .where('tenantId', '=', tenantId)
    .where('callId', '=', callId)
    .where('number', '=', number);
