import { badInput } from '../../infra/app-error.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Money } from '../money.ts';
import type { PurchaseNumber } from './purchase.ts';

/** A purchase as clients ask for it. */
export type PurchaseRequest = {
  e164: E164;
  tenantId: string;
  idempotencyKey: string;
  expectedSetupFee?: Money | null | undefined;
  expectedMonthlyFee?: Money | null | undefined;
};

/** @throws AppError BAD_USER_INPUT where only one fee is given, or they are of two currencies */
export function parsePurchase({
  expectedSetupFee: setupFee,
  expectedMonthlyFee: monthlyFee,
  ...order
}: PurchaseRequest): PurchaseNumber {
  if (!setupFee && !monthlyFee) return { ...order, seen: undefined };
  if (!setupFee) throw badInput('expectedSetupFee', 'Give both fees, or neither.');
  if (!monthlyFee) throw badInput('expectedMonthlyFee', 'Give both fees, or neither.');
  if (setupFee.currency !== monthlyFee.currency) {
    throw badInput('expectedSetupFee', 'Both fees are in one currency.');
  }
  return { ...order, seen: { setupFee, monthlyFee } };
}
