import { at, type Tx } from '../../infra/database.ts';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { Delivery, DeliveryKind, DeliveryStatus } from './delivery.ts';

export const DELIVER = 'deliver';

/** Where a delivery comes from. */
export type DeliveryOrigin = {
  tenantId: string;
  runId: string;
  automationId: string;
  /** Null once the action was taken away. */
  actionId: string | null;
  callId: string;
  /** The delivery that somebody had made once more. */
  repeats: string | null;
};

/** A delivery and how it goes on. */
export type DeliveryRow = Omit<Delivery, 'body'> &
  DeliveryOrigin & {
    /** Null once the call's words are forgotten. */
    body: string | null;
    status: DeliveryStatus;
    attempts: number;
    createdAt: Date;
    lastAttemptAt: Date | null;
    nextAttemptAt: Date | null;
    settledAt: Date | null;
    /** What the receiver answered last: HTTP's status, or SMTP's. */
    lastStatus: number | null;
    problem: string | null;
  };

/** Has a delivery made once this transaction is committed. */
export async function queueDelivery(
  tx: Tx,
  delivery: Delivery & DeliveryOrigin & { now: Date },
): Promise<void> {
  await tx.query(
    `insert into automation_deliveries (tenant_id, id, run_id, automation_id, action_id, call_id, repeats, kind, target,
       subject, body, created_at, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      delivery.tenantId,
      delivery.id,
      delivery.runId,
      delivery.automationId,
      delivery.actionId,
      delivery.callId,
      delivery.repeats,
      delivery.kind,
      delivery.target,
      delivery.subject,
      delivery.body,
      delivery.now,
    ],
  );
  await wakeFor(tx, delivery);
}

/** Has a delivery attempted, at once or later. */
export async function wakeFor(
  tx: Tx,
  { tenantId, id }: Pick<DeliveryRow, 'tenantId' | 'id'>,
  runAt?: Date,
): Promise<void> {
  await tx.addJob(DELIVER, { tenantId, deliveryId: id }, { key: `deliver ${id}`, ...(runAt && { runAt }) });
}

type Instant = 'createdAt' | 'lastAttemptAt' | 'nextAttemptAt' | 'settledAt';
type Raw = Omit<DeliveryRow, Instant> &
  Record<Exclude<Instant, 'createdAt'>, string | null> & { createdAt: string };

const DELIVERY = `d.tenant_id as "tenantId", d.id, d.run_id as "runId", d.automation_id as "automationId",
  d.action_id as "actionId", d.call_id as "callId", d.repeats, d.kind, d.target, d.subject, d.body, d.status, d.attempts,
  d.created_at::text as "createdAt", d.last_attempt_at as "lastAttemptAt", d.next_attempt_at as "nextAttemptAt",
  d.settled_at as "settledAt", d.last_status as "lastStatus", d.problem`;

const instant = (text: string | null) => (text === null ? null : at(text));
export const shown = (row: Raw): DeliveryRow => ({
  ...row,
  createdAt: at(row.createdAt),
  lastAttemptAt: instant(row.lastAttemptAt),
  nextAttemptAt: instant(row.nextAttemptAt),
  settledAt: instant(row.settledAt),
});
export const placeOf = ({ createdAt, id }: Raw): Keyset => ({ at: createdAt, id });

export type DeliveryFilter = { kind: DeliveryKind; status: DeliveryStatus | null };

const LISTED = `d.tenant_id = $1 and d.automation_id = $2 and d.kind = $3 and ($4::text is null or d.status = $4)`;

/** The newest first. */
export async function listDeliveries(
  tx: Tx,
  automation: { tenantId: string; id: string },
  { kind, status }: DeliveryFilter,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<Raw[]> {
  return tx.query<Raw>(
    `select ${DELIVERY} from automation_deliveries d
      where ${LISTED} and ($5::timestamptz is null or (d.created_at, d.id) < ($5, $6::uuid))
      order by d.created_at desc, d.id desc limit $7`,
    [automation.tenantId, automation.id, kind, status, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function countDeliveries(
  tx: Tx,
  automation: { tenantId: string; id: string },
  { kind, status }: DeliveryFilter,
): Promise<number> {
  const row = await tx.one<{ amount: number }>(
    `select count(*)::int as amount from automation_deliveries d where ${LISTED}`,
    [automation.tenantId, automation.id, kind, status],
  );
  return row?.amount ?? 0;
}

export async function findDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  const row = await tx.one<Raw>(`select ${DELIVERY} from automation_deliveries d where d.id = $1`, [id]);
  return row && shown(row);
}
