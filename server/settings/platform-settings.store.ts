import { at, type Tx } from '../infra/database.ts';
import type { Connection, ConnectionStatus } from './connection.ts';
import { TOKENS_CHANGED } from './tokens-changed.ts';

/** The settings' row, with the key as it is stored. */
export type StoredSettings = {
  appId: string | null;
  sealedKey: Buffer | null;
  updatedAt: Date | null;
  connection: (Connection & { checkedAt: Date }) | null;
};

type Row = {
  appId: string | null;
  sealedKey: Buffer | null;
  updatedAt: string | null;
  status: ConnectionStatus | null;
  detail: string;
  checkedAt: string;
};

/** @param forUpdate keeps others from changing the row until the transaction ends */
export async function readSettings(tx: Tx, { forUpdate = false } = {}): Promise<StoredSettings> {
  const row = await tx.one<Row>(
    `select vobiz_app_id as "appId", vobiz_api_key as "sealedKey", updated_at as "updatedAt",
            connection_status as status, connection_detail as detail, connection_checked_at as "checkedAt"
       from platform_settings ${forUpdate ? 'for update' : ''}`,
  );
  if (!row) throw new Error('The row of platform_settings is missing');
  const { appId, sealedKey, updatedAt, status, detail, checkedAt } = row;
  return {
    appId,
    sealedKey,
    updatedAt: updatedAt === null ? null : at(updatedAt),
    connection: status === null ? null : { status, detail, checkedAt: at(checkedAt) },
  };
}

/** Stores credentials, of which nothing is known yet, and tells all instances. */
export async function writeCredentials(
  tx: Tx,
  { appId, sealedKey, now }: { appId: string | null; sealedKey: Buffer | null; now: Date },
): Promise<void> {
  await tx.query(
    `update platform_settings
        set vobiz_app_id = $1, vobiz_api_key = $2, updated_at = $3,
            connection_status = null, connection_detail = null, connection_checked_at = null`,
    [appId, sealedKey, now],
  );
  await tx.notify(TOKENS_CHANGED, '');
}

/** Notes how a check went, unless the credentials were changed while it ran. */
export async function writeConnection(
  tx: Tx,
  checked: { appId: string; sealedKey: Buffer },
  { status, detail, checkedAt }: Connection & { checkedAt: Date },
): Promise<void> {
  await tx.query(
    `update platform_settings set connection_status = $3, connection_detail = $4, connection_checked_at = $5
      where vobiz_app_id = $1 and vobiz_api_key = $2`,
    [checked.appId, checked.sealedKey, status, detail, checkedAt],
  );
}
