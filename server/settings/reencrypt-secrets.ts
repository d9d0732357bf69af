import type { Database, Tx } from '../infra/database.ts';
import type { Secret, SecretPlace, Vault } from '../infra/secrets.ts';
import { type EncryptedColumn, lockSealed, writeSealed } from './encrypted-column.store.ts';
import { ENCRYPTED_COLUMNS } from './encrypted-columns.ts';
import { writeKeyFingerprint } from './platform-settings.store.ts';
import { TOKENS_CHANGED } from './tokens-changed.ts';

/** What became of the credentials that are stored. */
export type Reencryption = {
  /** Encrypted with this SECRET_KEY now. */
  renewed: number;
  /** Were so already. */
  current: number;
  /** Encrypted with a key that we don't have. */
  unreadable: number;
};

type Options = {
  columns?: readonly EncryptedColumn[];
  /** Clears what can't be decrypted and can be entered again, for an operator who has lost the key for good. */
  forgetUnreadable?: boolean;
};

/**
 * Encrypts all stored credentials with the vault's key. Safe to repeat; either all of it happens or nothing. Once
 * nothing is left under another key, this key becomes the database's.
 */
export async function reencryptSecrets(
  database: Database,
  vault: Vault,
  { columns = ENCRYPTED_COLUMNS, forgetUnreadable = false }: Options = {},
): Promise<Reencryption> {
  return database.asPlatform(async (tx) => {
    const result: Reencryption = { renewed: 0, current: 0, unreadable: 0 };
    for (const column of columns) await renew(tx, vault, column, { forgetUnreadable, result });
    if (result.unreadable === 0 || forgetUnreadable) {
      await writeKeyFingerprint(tx, vault.fingerprint);
    }
    await tx.notify(TOKENS_CHANGED, '');
    return result;
  });
}

async function renew(
  tx: Tx,
  vault: Vault,
  encrypted: EncryptedColumn,
  { forgetUnreadable, result }: { forgetUnreadable: boolean; result: Reencryption },
): Promise<void> {
  const { table: ownTable, column, canBeEnteredAgain, boundTo: table = ownTable } = encrypted;
  for (const { id, sealed } of await lockSealed(tx, encrypted)) {
    const place = { table, column, row: id };
    const secret = opened(vault, sealed, place);
    if (secret && vault.isCurrent(sealed)) {
      result.current += 1;
      continue;
    }
    result[secret ? 'renewed' : 'unreadable'] += 1;
    if (!secret && !(forgetUnreadable && canBeEnteredAgain)) continue;
    await writeSealed(tx, encrypted, { id, sealed: secret ? vault.seal(secret, place) : null });
  }
}

function opened(vault: Vault, sealed: Buffer, place: SecretPlace): Secret | undefined {
  try {
    return vault.open(sealed, place);
  } catch {
    return undefined;
  }
}
