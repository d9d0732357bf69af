import type { Tx } from '../infra/database.ts';
import type { Connection } from './connection.ts';
import { TOKENS_CHANGED } from './tokens-changed.ts';

/** The settings' row, with the key as it is stored. */
export type StoredSettings = {
  appId: string | null;
  sealedKey: Buffer | null;
  updatedAt: Date | null;
  connection: (Connection & { checkedAt: Date }) | null;
  requireSecondFactor: boolean;
};

/** @param forUpdate keeps others from changing the row until the transaction ends */
export async function readSettings({ db }: Tx, { forUpdate = false } = {}): Promise<StoredSettings> {
  const row = await db
    .selectFrom('platformSettings')
    .select([
      'vobizAppId as appId',
      'vobizApiKey as sealedKey',
      'updatedAt',
      'connectionStatus as status',
      'connectionDetail as detail',
      'connectionCheckedAt as checkedAt',
      'requireSecondFactor',
    ])
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Error('The row of platform_settings is missing');
  const { appId, sealedKey, updatedAt, status, detail, checkedAt, requireSecondFactor } = row;
  const wasChecked = status !== null && detail !== null && checkedAt !== null;
  const connection = wasChecked ? { status, detail, checkedAt } : null;
  return { appId, sealedKey, updatedAt, connection, requireSecondFactor };
}

/** Stores credentials, of which nothing is known yet, and tells all instances. */
export async function writeCredentials(
  tx: Tx,
  { appId, sealedKey, now }: { appId: string | null; sealedKey: Buffer | null; now: Date },
): Promise<void> {
  await tx.db
    .updateTable('platformSettings')
    .set({
      vobizAppId: appId,
      vobizApiKey: sealedKey,
      updatedAt: now,
      connectionStatus: null,
      connectionDetail: null,
      connectionCheckedAt: null,
    })
    .execute();
  await tx.notify(TOKENS_CHANGED, '');
}

/** Whether super admins need a second factor: in force from their next request on. */
export async function writeRequireSecondFactor(
  { db }: Tx,
  { requireSecondFactor, now }: { requireSecondFactor: boolean; now: Date },
): Promise<void> {
  await db.updateTable('platformSettings').set({ requireSecondFactor, updatedAt: now }).execute();
}

/** Notes how a check went, unless the credentials were changed while it ran. */
export async function writeConnection(
  { db }: Tx,
  checked: { appId: string; sealedKey: Buffer },
  { status, detail, checkedAt }: Connection & { checkedAt: Date },
): Promise<void> {
  await db
    .updateTable('platformSettings')
    .set({ connectionStatus: status, connectionDetail: detail, connectionCheckedAt: checkedAt })
    .where('vobizAppId', '=', checked.appId)
    .where('vobizApiKey', '=', checked.sealedKey)
    .execute();
}

/**
 * Which SECRET_KEY the database's credentials are encrypted with. Of processes that start at once, each waits for the
 * one before: the row is locked until the transaction ends.
 * @returns null in a database that has none yet
 */
export async function lockKeyFingerprint({ db }: Tx): Promise<string | null> {
  const row = await db.selectFrom('platformSettings').select('keyFingerprint').forUpdate().executeTakeFirst();
  return row?.keyFingerprint ?? null;
}

export async function writeKeyFingerprint({ db }: Tx, keyFingerprint: string): Promise<void> {
  await db.updateTable('platformSettings').set({ keyFingerprint }).execute();
}
