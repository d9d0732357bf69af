import type { Tx } from '../../infra/database.ts';
import type { Keyset } from '../../infra/graphql/connection.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import { comesAfter, exactly } from '../../infra/tables.ts';
import type { Delivery, DeliveryKind, DeliveryStatus } from './delivery.ts';

export const DELIVER = 'deliver';

/** Where a delivery comes from. */
export type DeliveryOrigin = {
  tenantId: TenantId;
  runId: string;
  automationId: string;
  /** Null once the action was taken away. */
  actionId: string | null;
  callId: CallId;
  /** The delivery that an admin had sent once more, with this one. */
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
  {
    tenantId,
    id,
    runId,
    automationId,
    actionId,
    callId,
    repeats,
    now,
    ...delivery
  }: Delivery & DeliveryOrigin & { now: Date },
): Promise<void> {
  const { kind, target, subject, body } = delivery;
  const origin = { tenantId, id, runId, automationId, actionId, callId, repeats };
  await tx.db
    .insertInto('automationDeliveries')
    .values({ ...origin, kind, target, subject, body, createdAt: now, nextAttemptAt: now })
    .execute();
  await wakeFor(tx, { tenantId, id });
}

/** Has a delivery attempted, at once or later. */
export async function wakeFor(
  tx: Tx,
  { tenantId, id }: Pick<DeliveryRow, 'tenantId' | 'id'>,
  runAt?: Date,
): Promise<void> {
  await tx.addJob(DELIVER, { tenantId, deliveryId: id }, { key: `deliver ${id}`, ...(runAt && { runAt }) });
}

const SHOWN = [
  'tenantId',
  'id',
  'runId',
  'automationId',
  'actionId',
  'callId',
  'repeats',
  'kind',
  'target',
  'subject',
  'body',
  'status',
  'attempts',
  'createdAt',
  'lastAttemptAt',
  'nextAttemptAt',
  'settledAt',
  'lastStatus',
  'problem',
] as const;

/** With its place in the list: when it was made, to the microsecond. */
type ListedDelivery = DeliveryRow & { place: string };

export const placeOf = ({ place, id }: ListedDelivery): Keyset => ({ at: place, id });

export type DeliveryFilter = { kind: DeliveryKind; status: DeliveryStatus | null };

type AutomationKey = { tenantId: TenantId; id: string };

const filtered = ({ db }: Tx, { tenantId, id }: AutomationKey, { kind, status }: DeliveryFilter) => {
  const ofKind = db
    .selectFrom('automationDeliveries')
    .where('tenantId', '=', tenantId)
    .where('automationId', '=', id)
    .where('kind', '=', kind);
  return status === null ? ofKind : ofKind.where('status', '=', status);
};

/** The newest first. */
export function listDeliveries(
  tx: Tx,
  automation: AutomationKey,
  filter: DeliveryFilter,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<ListedDelivery[]> {
  return filtered(tx, automation, filter)
    .select([...SHOWN, (eb) => exactly(eb.ref('createdAt')).as('place')])
    .where((eb) => comesAfter([eb.ref('createdAt'), eb.ref('id')], after))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countDeliveries(
  tx: Tx,
  automation: AutomationKey,
  filter: DeliveryFilter,
): Promise<number> {
  const { amount } = await filtered(tx, automation, filter)
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  return amount;
}

export function findDelivery({ db }: Tx, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom('automationDeliveries').select(SHOWN).where('id', '=', id).executeTakeFirst();
}
