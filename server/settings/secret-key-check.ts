import type { Database } from '../infra/database.ts';
import { keyId, type Vault } from '../infra/secrets.ts';
import { lockKeyFingerprint, writeKeyFingerprint } from './platform-settings.store.ts';

export type SecretKeyCheck =
  /** This SECRET_KEY is the database's. */
  | { state: 'fits' }
  /** The database has none yet; now it is this one. */
  | { state: 'new' }
  /** The database's is SECRET_KEY_PREVIOUS: everything is to be encrypted again with the new one. */
  | { state: 'to rotate' }
  /** Another one: what is stored can't be decrypted. `sentence` is for the operator; all else works. */
  | { state: 'another'; sentence: string };

const ANOTHER =
  'SECRET_KEY is not the key that this database’s credentials were encrypted with, so the stored ones can’t be used. ' +
  'Start with the former key, or give it as SECRET_KEY_PREVIOUS; if it is lost, enter the credentials again.';

/**
 * Compares SECRET_KEY with the fingerprint in the database, and stores the fingerprint in one that has none.
 * @param previous SECRET_KEY_PREVIOUS
 */
export async function checkSecretKey(
  database: Database,
  vault: Vault,
  previous?: Buffer,
): Promise<SecretKeyCheck> {
  return database.asPlatform(async (tx) => {
    const stored = await lockKeyFingerprint(tx);
    if (stored === vault.fingerprint) return { state: 'fits' };
    if (stored === null) {
      await writeKeyFingerprint(tx, vault.fingerprint);
      return { state: 'new' };
    }
    const isPrevious = previous !== undefined && keyId(previous).toString('hex') === stored;
    return isPrevious ? { state: 'to rotate' } : { state: 'another', sentence: ANOTHER };
  });
}
