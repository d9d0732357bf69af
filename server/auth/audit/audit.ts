import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Viewer } from '../access.ts';
import { insertAuditEntry } from './audit-log.store.ts';

/** Who acts, and from where; a resolver's Context is one. Without a viewer, the platform itself. */
export type Actor = { viewer: Pick<Viewer, 'userId' | 'email'> | undefined; address: string };

/** What a user did. */
export type AuditEntry = {
  /** The thing and the verb, as `number.purchase`. */
  action: string;
  /** Whose tenant it is about; left out where it is the platform's own matter. */
  tenantId?: TenantId | null;
  /** What it was done to, in a person's words: an e-mail address, a number. */
  subject?: string;
  /** What else is worth knowing. Never a secret: this is kept for ever. */
  detail?: object;
};

/** Writes down who did what, in the transaction that does it. No user can change or delete it afterwards. */
export async function audit(
  tx: Tx,
  { viewer, address }: Actor,
  { action, tenantId, subject, detail }: AuditEntry,
): Promise<void> {
  await insertAuditEntry(tx, {
    actorId: viewer?.userId ?? null,
    actorEmail: viewer?.email ?? null,
    action,
    tenantId: tenantId ?? null,
    subject: subject ?? null,
    address: address || null,
    detail: detail ?? {},
  });
}
