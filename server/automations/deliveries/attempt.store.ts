import { at, type Tx } from '../../infra/database.ts';
import type { Delivery } from './delivery.ts';

/** A delivery that is due, and what has to be known to attempt it. */
export type DueDelivery = Omit<Delivery, 'body'> & {
  tenantId: string;
  body: string | null;
  nextAttemptAt: Date;
  isEnabled: boolean;
  /** Null where the action was taken away. */
  actionId: string | null;
  secret: Buffer | null;
  hasSecret: boolean;
};

/** A delivery that isn't settled, locked until the transaction ends; undefined where there is nothing to do any more. */
export async function lockPending(tx: Tx, tenantId: string, id: string): Promise<DueDelivery | undefined> {
  const row = await tx.one<Omit<DueDelivery, 'nextAttemptAt'> & { nextAttemptAt: string }>(
    `select d.tenant_id as "tenantId", d.id, d.kind, d.target, d.subject, d.body, d.next_attempt_at as "nextAttemptAt",
            a.enabled as "isEnabled", c.id as "actionId", c.secret, coalesce(c.has_secret, false) as "hasSecret"
       from automation_deliveries d
       join automations a on a.tenant_id = d.tenant_id and a.id = d.automation_id
       left join automation_actions c on c.tenant_id = d.tenant_id and c.id = d.action_id
      where d.tenant_id = $1 and d.id = $2 and d.status = 'PENDING' for update of d`,
    [tenantId, id],
  );
  return row && { ...row, nextAttemptAt: at(row.nextAttemptAt) };
}

type Key = { tenantId: string; id: string };

/** Counts an attempt before it is made. Until `until`, nobody else makes one. @returns which it is, from 1 */
export async function beginAttempt(
  tx: Tx,
  { tenantId, id }: Key,
  { now, until }: { now: Date; until: Date },
) {
  const row = await tx.one<{ attempts: number }>(
    `update automation_deliveries set attempts = attempts + 1, last_attempt_at = $3, next_attempt_at = $4
      where tenant_id = $1 and id = $2 returning attempts`,
    [tenantId, id, now, until],
  );
  return row?.attempts ?? 0;
}

/** Ends a delivery, unless it was ended meanwhile. */
export async function settle(
  tx: Tx,
  { tenantId, id }: Key,
  end: {
    status: 'DELIVERED' | 'FAILED' | 'CANCELLED';
    lastStatus: number | null;
    problem: string | null;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `update automation_deliveries
        set status = $3, last_status = coalesce($4, last_status), problem = $5, settled_at = $6, next_attempt_at = null
      where tenant_id = $1 and id = $2 and status = 'PENDING'`,
    [tenantId, id, end.status, end.lastStatus, end.problem, end.now],
  );
}

/** Says why an attempt failed, and when the next is. @returns false where the delivery was ended meanwhile */
export async function postpone(
  tx: Tx,
  { tenantId, id }: Key,
  next: { lastStatus: number | null; problem: string; nextAttemptAt: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `update automation_deliveries set last_status = $3, problem = $4, next_attempt_at = $5
      where tenant_id = $1 and id = $2 and status = 'PENDING' returning 1`,
    [tenantId, id, next.lastStatus, next.problem, next.nextAttemptAt],
  );
  return rows.length === 1;
}
