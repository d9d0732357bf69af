import type { Tx } from '../../infra/database.ts';
import type { TenantId, UserId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { money } from '../inventory/phone-number.store.ts';
import type { Money } from '../money.ts';
import type { NumberOrderKind, NumberOrderStatus } from './number-order.entity.ts';

/** An order's row. */
export type NumberOrderRow = {
  tenantId: TenantId;
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
  requestedBy: UserId | null;
  requestedAt: Date;
  sentAt: Date | null;
  mayActUntil: Date | null;
  settledAt: Date | null;
  failure: string | null;
};

type Fee = 'seenSetupFee' | 'seenMonthlyFee' | 'setupFee' | 'monthlyFee' | 'releaseFee';
type Stored = Omit<NumberOrderRow, Fee> &
  Record<Fee, number | null> & { seenCurrency: string | null; feeCurrency: string | null };

const SHOWN = [
  'o.tenantId',
  'o.id',
  'o.kind',
  'o.status',
  'o.e164',
  'o.idempotencyKey',
  'o.demo',
  'o.account',
  'o.phoneNumberId',
  'o.seenSetupFee',
  'o.seenMonthlyFee',
  'o.seenCurrency',
  'o.setupFee',
  'o.monthlyFee',
  'o.releaseFee',
  'o.feeCurrency',
  'o.requestedBy',
  'o.requestedAt',
  'o.sentAt',
  'o.mayActUntil',
  'o.settledAt',
  'o.failure',
] as const;

const OPEN = ['PENDING', 'UNCERTAIN'] as const;

/** The most that a list shows. */
const LONGEST_LIST = 1_000;

const selectOrders = ({ db }: Tx) => db.selectFrom('numberOrders as o').select(SHOWN);

const readOrders = async (query: { execute(): Promise<Stored[]> }): Promise<NumberOrderRow[]> =>
  (await query.execute()).map(orderIn);

export async function findOrder(tx: Tx, id: string): Promise<NumberOrderRow | undefined> {
  return (await readOrders(selectOrders(tx).where('o.id', '=', id)))[0];
}

/** The orders that were made with a key: at most one a tenant. */
export function findOrdersByKey(tx: Tx, idempotencyKey: string): Promise<NumberOrderRow[]> {
  return readOrders(selectOrders(tx).where('o.idempotencyKey', '=', idempotencyKey));
}

/** The order of that number that isn't settled yet, of any tenant. */
export async function openOrderOf(tx: Tx, e164: E164): Promise<NumberOrderRow | undefined> {
  return (await readOrders(selectOrders(tx).where('o.e164', '=', e164).where('o.status', 'in', OPEN)))[0];
}

/** Every order that isn't settled yet. */
export function openOrders({ db }: Tx): Promise<Pick<NumberOrderRow, 'id' | 'e164'>[]> {
  return db.selectFrom('numberOrders').select(['id', 'e164']).where('status', 'in', OPEN).execute();
}

/** Newest first. @param tenantId undefined for all tenants' */
export function listOrders(tx: Tx, tenantId: TenantId | undefined): Promise<NumberOrderRow[]> {
  return readOrders(
    selectOrders(tx)
      .innerJoin('tenants as t', (on) => on.onRef('t.id', '=', 'o.tenantId').on('t.erasingSince', 'is', null))
      .$call((query) => (tenantId === undefined ? query : query.where('o.tenantId', '=', tenantId)))
      .orderBy('o.requestedAt', 'desc')
      .orderBy('o.id', 'desc')
      .limit(LONGEST_LIST),
  );
}

/** What a new order is made of. One with a failure is settled from the start. */
export type NewOrder = Pick<
  NumberOrderRow,
  'tenantId' | 'kind' | 'e164' | 'idempotencyKey' | 'demo' | 'account' | 'phoneNumberId' | 'requestedBy'
> & { seen: { setupFee: Money; monthlyFee: Money } | undefined; now: Date; failure: string | undefined };

/** @returns the order's id */
export async function insertOrder({ db }: Tx, order: NewOrder): Promise<string> {
  const { tenantId, kind, e164, idempotencyKey, demo, account, phoneNumberId, requestedBy, now } = order;
  const { seen, failure = null } = order;
  const id = crypto.randomUUID();
  await db
    .insertInto('numberOrders')
    .values({
      tenantId,
      id,
      kind,
      status: failure === null ? 'PENDING' : 'FAILED',
      e164,
      idempotencyKey,
      demo,
      account,
      phoneNumberId,
      requestedBy,
      requestedAt: now,
      seenSetupFee: seen?.setupFee.minorUnits ?? null,
      seenMonthlyFee: seen?.monthlyFee.minorUnits ?? null,
      seenCurrency: seen?.monthlyFee.currency ?? null,
      failure,
      settledAt: failure === null ? null : now,
    })
    .execute();
  return id;
}

function orderIn({ seenCurrency, feeCurrency, ...row }: Stored): NumberOrderRow {
  return {
    ...row,
    seenSetupFee: money(row.seenSetupFee, seenCurrency),
    seenMonthlyFee: money(row.seenMonthlyFee, seenCurrency),
    setupFee: money(row.setupFee, feeCurrency),
    monthlyFee: money(row.monthlyFee, feeCurrency),
    releaseFee: money(row.releaseFee, feeCurrency),
  };
}
