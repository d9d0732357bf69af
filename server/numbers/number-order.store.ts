import { at, type Tx } from '../infra/database.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { Money } from './money.ts';
import type { NumberOrderKind, NumberOrderStatus } from './number-order.entity.ts';
import { instant, money } from './phone-number.store.ts';

/** An order's row. */
export type NumberOrderRow = {
  tenantId: string;
  id: string;
  kind: NumberOrderKind;
  status: NumberOrderStatus;
  e164: E164;
  idempotencyKey: string;
  demo: boolean;
  account: string;
  phoneNumberId: string | null;
  seenSetupFee: Money | null;
  seenMonthlyFee: Money | null;
  setupFee: Money | null;
  monthlyFee: Money | null;
  releaseFee: Money | null;
  requestedBy: string | null;
  requestedAt: Date;
  sentAt: Date | null;
  mayActUntil: Date | null;
  settledAt: Date | null;
  failure: string | null;
};

type Fee = 'seenSetupFee' | 'seenMonthlyFee' | 'setupFee' | 'monthlyFee' | 'releaseFee';
type Instant = 'requestedAt' | 'sentAt' | 'mayActUntil' | 'settledAt';
type Raw = Omit<NumberOrderRow, Fee | Instant> &
  Record<Fee, number | null> &
  Record<Exclude<Instant, 'requestedAt'>, string | null> & {
    requestedAt: string;
    seenCurrency: string | null;
    feeCurrency: string | null;
  };

const COLUMNS = `o.tenant_id as "tenantId", o.id, o.kind, o.status, o.e164, o.idempotency_key as "idempotencyKey", o.demo,
  o.account, o.phone_number_id as "phoneNumberId", o.seen_setup_fee as "seenSetupFee",
  o.seen_monthly_fee as "seenMonthlyFee", o.seen_currency as "seenCurrency", o.setup_fee as "setupFee",
  o.monthly_fee as "monthlyFee", o.release_fee as "releaseFee", o.fee_currency as "feeCurrency",
  o.requested_by as "requestedBy", o.requested_at as "requestedAt", o.sent_at as "sentAt",
  o.may_act_until as "mayActUntil", o.settled_at as "settledAt", o.failure`;

/** Reads orders as the transaction may see them. @param rest what stands after `from number_orders o` */
export async function selectOrders(
  tx: Tx,
  rest: string,
  parameters: readonly unknown[] = [],
): Promise<NumberOrderRow[]> {
  return (await tx.query<Raw>(`select ${COLUMNS} from number_orders o ${rest}`, parameters)).map(read);
}

export async function findOrder(tx: Tx, id: string): Promise<NumberOrderRow | undefined> {
  return (await selectOrders(tx, 'where o.id = $1', [id]))[0];
}

/** The order of that number that isn't settled yet, whoever's it is. */
export async function openOrderOf(tx: Tx, e164: string): Promise<NumberOrderRow | undefined> {
  return (await selectOrders(tx, `where o.e164 = $1 and o.status in ('PENDING', 'UNCERTAIN')`, [e164]))[0];
}

/** What a new order is made of. One with a failure is settled from the start. */
export type NewOrder = Pick<
  NumberOrderRow,
  'tenantId' | 'kind' | 'e164' | 'idempotencyKey' | 'demo' | 'account' | 'phoneNumberId' | 'requestedBy'
> & { seen: { setupFee: Money; monthlyFee: Money } | undefined; now: Date; failure: string | undefined };

/** @returns the order's id */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<string> {
  const id = crypto.randomUUID();
  const isSettled = order.failure !== undefined;
  await tx.query(
    `insert into number_orders (tenant_id, id, kind, status, e164, idempotency_key, demo, account, phone_number_id,
       requested_by, requested_at, seen_setup_fee, seen_monthly_fee, seen_currency, failure, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      order.tenantId,
      id,
      order.kind,
      isSettled ? 'FAILED' : 'PENDING',
      order.e164,
      order.idempotencyKey,
      order.demo,
      order.account,
      order.phoneNumberId,
      order.requestedBy,
      order.now,
      order.seen?.setupFee.minorUnits ?? null,
      order.seen?.monthlyFee.minorUnits ?? null,
      order.seen?.monthlyFee.currency ?? null,
      order.failure ?? null,
      isSettled ? order.now : null,
    ],
  );
  return id;
}

/**
 * Claims the right to send an order's one request. Committed before it leaves, so that nobody ever sends it twice.
 * @returns false when somebody else has claimed it, or the order is settled
 */
export async function claimSending(
  tx: Tx,
  id: string,
  { now, mayActUntil }: { now: Date; mayActUntil: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set sent_at = $2, may_act_until = $3
      where id = $1 and status = 'PENDING' and sent_at is null returning 1`,
    [id, now, mayActUntil],
  );
  return rows.length === 1;
}

/** Nobody knows what became of the request. `mayActUntil` can only come nearer: our side gave up earlier. */
export async function markUncertain(
  tx: Tx,
  id: string,
  { failure, mayActUntil }: { failure: string; mayActUntil: Date },
): Promise<void> {
  await tx.query(
    `update number_orders set status = 'UNCERTAIN', failure = $2, may_act_until = least(may_act_until, $3)
      where id = $1 and status = 'PENDING' and sent_at is not null`,
    [id, failure, mayActUntil],
  );
}

/**
 * Ends an order for which nothing was sent, and now never will be.
 * @returns false when somebody has claimed its sending, or it is settled
 */
export async function callOff(tx: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set status = 'FAILED', failure = $2, settled_at = $3
      where id = $1 and status = 'PENDING' and sent_at is null returning 1`,
    [id, failure, now],
  );
  return rows.length === 1;
}

/** Ends an order that was clearly not carried out. @returns false when it was settled before */
export async function markFailed(tx: Tx, id: string, failure: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update number_orders set status = 'FAILED', failure = $2, settled_at = $3
      where id = $1 and status in ('PENDING', 'UNCERTAIN') returning 1`,
    [id, failure, now],
  );
  return rows.length === 1;
}

/**
 * The provider did what the order asks. That is the truth also where we had given it up.
 * @returns false when it was SUCCEEDED before
 */
export async function markSucceeded(
  tx: Tx,
  id: string,
  done: {
    phoneNumberId: string | null;
    setupFee?: Money | null;
    monthlyFee?: Money | null;
    releaseFee?: Money | null;
    now: Date;
  },
): Promise<boolean> {
  const { setupFee, monthlyFee, releaseFee } = done;
  const currency = (setupFee ?? monthlyFee ?? releaseFee)?.currency ?? null;
  const rows = await tx.query(
    `update number_orders
        set status = 'SUCCEEDED', failure = null, settled_at = $3, phone_number_id = coalesce($2, phone_number_id),
            setup_fee = $4, monthly_fee = $5, release_fee = $6, fee_currency = $7
      where id = $1 and status <> 'SUCCEEDED' returning 1`,
    [
      id,
      done.phoneNumberId,
      done.now,
      setupFee?.minorUnits ?? null,
      monthlyFee?.minorUnits ?? null,
      releaseFee?.minorUnits ?? null,
      currency,
    ],
  );
  return rows.length === 1;
}

function read({ seenCurrency, feeCurrency, ...row }: Raw): NumberOrderRow {
  return {
    ...row,
    seenSetupFee: money(row.seenSetupFee, seenCurrency),
    seenMonthlyFee: money(row.seenMonthlyFee, seenCurrency),
    setupFee: money(row.setupFee, feeCurrency),
    monthlyFee: money(row.monthlyFee, feeCurrency),
    releaseFee: money(row.releaseFee, feeCurrency),
    requestedAt: at(row.requestedAt),
    sentAt: instant(row.sentAt),
    mayActUntil: instant(row.mayActUntil),
    settledAt: instant(row.settledAt),
  };
}
