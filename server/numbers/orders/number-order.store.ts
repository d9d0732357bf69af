import { at, type Tx } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { instant, money } from '../inventory/phone-number.store.ts';
import type { Money } from '../money.ts';
import type { NumberOrderKind, NumberOrderStatus } from './number-order.entity.ts';

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
