import type { Tx } from '../../../infra/database.ts';
import {
  arrayOf,
  bool,
  bytea,
  nullable,
  preparedStatement,
  timestamptz,
  uuid,
} from '../../../infra/hot-statement.ts';
import type { TenantId } from '../../../infra/ids.ts';

/**
 * Spends signatures, and tells whether none of them was spent before, or before `since`. It names its tenant itself, so that it is one
 * round trip for a caller who waits, and holds whatever becomes of the webhook: for `Database.runAlone`.
 */
export const SPEND_SIGNATURES = preparedStatement(
  'select internal.spend_signatures($1, $2, $3) as "areFresh"',
  { areFresh: bool() },
  { tenantId: uuid<TenantId>(), macs: arrayOf(bytea()), since: nullable(timestamptz()) },
);

/** Has signatures count as never seen. */
export async function releaseSignatures(
  { db }: Tx,
  tenantId: TenantId,
  macs: readonly Buffer[],
): Promise<void> {
  await db.deleteFrom('spentSignatures').where('tenantId', '=', tenantId).where('mac', 'in', macs).execute();
}

/** Forgets signatures that came before. */
export async function forgetSignatures({ db }: Tx, before: Date): Promise<void> {
  await db.deleteFrom('spentSignatures').where('seenAt', '<', before).execute();
}
