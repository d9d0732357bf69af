import { assertNever } from '../../../shared/assert-never.ts';
import type { OwnedNumber } from '../number-provider.ts';
import type { NumberOrderKind } from './number-order.entity.ts';
import type { NumberOrderRow } from './number-order.store.ts';
import type { OrderBudgets } from './order-budgets.ts';

/** An open order, as far as deciding goes. */
export type OpenOrder = Pick<NumberOrderRow, 'kind' | 'status' | 'requestedAt' | 'sentAt' | 'mayActUntil'>;

export type NextStep =
  /** Nothing was sent, and the process that meant to send has had time enough to. */
  | { step: 'send' }
  /** Nothing was sent, and the super admin has long stopped waiting. */
  | { step: 'call off' }
  /** A request may be on its way, or its sender at work. */
  | { step: 'wait'; until: Date }
  /** What became of the request is unknown: ask what is owned. */
  | { step: 'look' };

/** What an open order needs now. Touches nothing. */
export function nextStep(order: OpenOrder, now: Date, budgets: OrderBudgets): NextStep {
  const age = now.getTime() - order.requestedAt.getTime();
  if (order.sentAt === null) {
    if (age >= budgets.staleMs) return { step: 'call off' };
    if (age >= budgets.takeUpMs) return { step: 'send' };
    return { step: 'wait', until: after(order.requestedAt, budgets.takeUpMs) };
  }
  // Its sender tells the outcome within that time, unless it died.
  const answered = after(order.sentAt, budgets.requestMs + budgets.marginMs);
  if (order.status === 'PENDING' && now < answered) return { step: 'wait', until: answered };
  return { step: 'look' };
}

/** A look at what the account owns, and when it began. */
export type Look = { startedAt: Date; owned: OwnedNumber | undefined };

export type OrderDecision = 'carried out' | 'not carried out' | 'not known yet';

/**
 * What a look proves. What was to happen and is seen, has happened. What isn't seen proves something only once the
 * request can't be carried out any more, and only in a list that was begun after that.
 */
export function orderDecision(order: OpenOrder, look: Look, budgets: OrderBudgets): OrderDecision {
  if (isDone(order.kind, look.owned)) return 'carried out';
  const isOver = order.mayActUntil !== null && look.startedAt >= after(order.mayActUntil, budgets.marginMs);
  return isOver ? 'not carried out' : 'not known yet';
}

function isDone(kind: NumberOrderKind, owned: OwnedNumber | undefined): boolean {
  const isOurs = owned !== undefined && owned.releasedAt === null;
  switch (kind) {
    case 'PURCHASE':
      return isOurs;
    case 'RELEASE':
      return !isOurs;
    default:
      return assertNever(kind);
  }
}

/** When to look again: soon at first, then less often, and in any case as soon as a look can prove the opposite. */
export function nextLook(order: OpenOrder, now: Date, budgets: OrderBudgets): Date {
  const sentAt = order.sentAt ?? now;
  const isFresh = now.getTime() - sentAt.getTime() < budgets.requestMs + budgets.lookEveryMs;
  const regular = after(now, isFresh ? budgets.firstLookMs : budgets.lookEveryMs);
  const last = order.mayActUntil && after(order.mayActUntil, budgets.marginMs);
  return last && last > now && last < regular ? last : regular;
}

export const after = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
