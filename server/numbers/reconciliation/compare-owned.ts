import type { PhoneNumberRow } from '../inventory/phone-number.store.ts';
import type { OwnedNumber } from '../number-provider.ts';
import type { OrderBudgets } from '../orders/order-budgets.ts';
import { after } from '../orders/order-decision.ts';

/** A number here and at the provider don't agree, or something is known anew. */
export type Discrepancy =
  /** The provider no longer lists it as ours. */
  | { kind: 'lost'; id: string }
  /** It was lost, and is listed again. */
  | { kind: 'back'; id: string }
  /** It was given back, and yet is ours: the release was cancelled without our knowing. */
  | { kind: 'kept after all'; id: string }
  /** It was given back, and now is gone for good. */
  | { kind: 'over'; id: string }
  /** It is attached to something else than its tenant's application. */
  | { kind: 'astray'; id: string }
  | { kind: 'billed'; id: string; owned: OwnedNumber };

export type Comparison = {
  discrepancies: Discrepancy[];
  /** What the provider's account owns and no tenant here has. */
  found: OwnedNumber[];
};

/** Without a word from the provider about when a cooldown ends, it is over by then. */
const LONGEST_COOLDOWN_MS = 30 * 24 * 60 * 60_000;

type Ours = Pick<
  PhoneNumberRow,
  | 'id'
  | 'e164'
  | 'status'
  | 'statusSince'
  | 'applicationId'
  | 'cooldownEndsAt'
  | 'lostSince'
  | 'monthlyFee'
  | 'nextBillingAt'
>;

/**
 * Compares the account's numbers with ours. Touches nothing.
 * @param ours numbers of that account that aren't RELEASED
 * @param known all numbers that a tenant here has or that are being ordered
 * @param ordered numbers whose order isn't settled: those are left to it
 */
export function compareOwned(
  {
    ours,
    known,
    ordered,
  }: { ours: readonly Ours[]; known: ReadonlySet<string>; ordered: ReadonlySet<string> },
  { startedAt, owned }: { startedAt: Date; owned: readonly OwnedNumber[] },
  budgets: OrderBudgets,
): Comparison {
  const live = new Map(owned.flatMap((each) => (each.releasedAt === null ? [[each.e164, each]] : [])));
  const listed = new Set(owned.map(({ e164 }) => e164));
  // What changed while the list was fetched isn't judged by it.
  const settled = ours.filter(({ e164, statusSince }) => statusSince < startedAt && !ordered.has(e164));
  const discrepancies = settled.flatMap((number) =>
    number.status === 'RELEASING'
      ? whileReleasing(number, live.has(number.e164), listed.has(number.e164), startedAt, budgets)
      : whileInUse(number, live.get(number.e164)),
  );
  return { discrepancies, found: [...live.values()].filter(({ e164 }) => !known.has(e164)) };
}

function whileInUse(number: Ours, owned: OwnedNumber | undefined): Discrepancy[] {
  const { id, status, lostSince, applicationId } = number;
  if (!owned) return lostSince ? [] : [{ kind: 'lost', id }];
  const discrepancies: Discrepancy[] = lostSince ? [{ kind: 'back', id }] : [];
  const isAstray = owned.applicationId !== undefined && owned.applicationId !== applicationId;
  if (status === 'ACTIVE' && isAstray) discrepancies.push({ kind: 'astray', id });
  const isBilledAnew =
    owned.nextBillingAt?.getTime() !== number.nextBillingAt?.getTime() ||
    owned.monthlyFee?.minorUnits !== number.monthlyFee?.minorUnits;
  if (isBilledAnew) discrepancies.push({ kind: 'billed', id, owned });
  return discrepancies;
}

function whileReleasing(
  { id, statusSince, cooldownEndsAt }: Ours,
  isLive: boolean,
  isListed: boolean,
  now: Date,
  { lateWorkMs, marginMs }: OrderBudgets,
): Discrepancy[] {
  // A list may lag behind a release that was only just carried out.
  if (isLive) return after(statusSince, lateWorkMs + marginMs) < now ? [{ kind: 'kept after all', id }] : [];
  const isOver =
    cooldownEndsAt === null
      ? !isListed || after(statusSince, LONGEST_COOLDOWN_MS) <= now
      : cooldownEndsAt <= now;
  return isOver ? [{ kind: 'over', id }] : [];
}
