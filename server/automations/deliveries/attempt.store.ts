import type { NotNull } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Delivery } from './delivery.ts';

/** A delivery that is due, and what has to be known to attempt it. */
export type DueDelivery = Omit<Delivery, 'body'> & {
  tenantId: TenantId;
  body: string | null;
  nextAttemptAt: Date;
  isEnabled: boolean;
  /** Null where the action was taken away. */
  actionId: string | null;
  secret: Buffer | null;
  hasSecret: boolean;
};

/** A delivery that isn't settled, locked until the transaction ends; undefined where there is nothing to do any more. */
export function lockPending({ db }: Tx, tenantId: TenantId, id: string): Promise<DueDelivery | undefined> {
  return (
    db
      .selectFrom('automationDeliveries as d')
      .innerJoin('automations as a', (on) =>
        on.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.automationId'),
      )
      .leftJoin('automationActions as c', (on) =>
        on.onRef('c.tenantId', '=', 'd.tenantId').onRef('c.id', '=', 'd.actionId'),
      )
      .select(['d.tenantId', 'd.id', 'd.kind', 'd.target', 'd.subject', 'd.body', 'd.nextAttemptAt'])
      .select(['a.enabled as isEnabled', 'c.id as actionId', 'c.secret'])
      .select(({ fn, lit }) => fn.coalesce('c.hasSecret', lit(false)).as('hasSecret'))
      .where('d.tenantId', '=', tenantId)
      .where('d.id', '=', id)
      .where('d.status', '=', 'PENDING')
      .forUpdate('d')
      // The table's check: what is pending has a next attempt.
      .$narrowType<{ nextAttemptAt: NotNull }>()
      .executeTakeFirst()
  );
}

type Key = { tenantId: TenantId; id: string };

/** Counts an attempt before it is made. Until `until`, no other process makes one. @returns which it is, from 1 */
export async function beginAttempt(
  { db }: Tx,
  { tenantId, id }: Key,
  { now, until }: { now: Date; until: Date },
): Promise<number> {
  const counted = await db
    .updateTable('automationDeliveries')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), lastAttemptAt: now, nextAttemptAt: until }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirst();
  return counted?.attempts ?? 0;
}

/** Ends a delivery, unless it was ended meanwhile. */
export async function settle(
  { db }: Tx,
  { tenantId, id }: Key,
  end: {
    status: 'DELIVERED' | 'FAILED' | 'CANCELLED';
    lastStatus: number | null;
    problem: string | null;
    now: Date;
  },
): Promise<void> {
  const { status, lastStatus, problem, now: settledAt } = end;
  await db
    .updateTable('automationDeliveries')
    .set({ status, problem, settledAt, nextAttemptAt: null })
    .$if(lastStatus !== null, (ending) => ending.set({ lastStatus }))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .execute();
}

/** Says why an attempt failed, and when the next is. @returns false where the delivery was ended meanwhile */
export async function postpone(
  { db }: Tx,
  { tenantId, id }: Key,
  next: { lastStatus: number | null; problem: string; nextAttemptAt: Date },
): Promise<boolean> {
  const { lastStatus, problem, nextAttemptAt } = next;
  const { numUpdatedRows } = await db
    .updateTable('automationDeliveries')
    .set({ lastStatus, problem, nextAttemptAt })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
