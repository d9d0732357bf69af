import type { E164 } from '../infra/phone-number.ts';
import type { Money } from './money.ts';

/** A number that can be bought. */
export type InventoryNumber = {
  e164: E164;
  /** ISO 3166-1 alpha-2, as IN. */
  country: string;
  region: string | null;
  voice: boolean;
  sms: boolean;
  setupFee: Money;
  monthlyFee: Money;
  /** Months that are paid in any case; 0 where none are. */
  minimumCommitmentMonths: number;
  needsAadhaar: boolean;
  /** Blocked, on trial or taken: listed, but not for sale. */
  isForSale: boolean;
};

export type InventoryQuery = {
  country: string;
  /** Digits that the number contains. */
  digits: string | undefined;
  page: number;
  /** 1 to 100. */
  perPage: number;
};

/** `total` counts what is listed on all pages, also what isn't for sale. */
export type InventoryPage = { items: InventoryNumber[]; total: number };

/** A number as the provider's account has it. */
export type OwnedNumber = {
  e164: E164;
  /** Undefined: the provider didn't say; null: attached to none. */
  applicationId: string | null | undefined;
  setupFee: Money | null;
  monthlyFee: Money | null;
  nextBillingAt: Date | null;
  /** Set: it was given back, and may still be listed for a while. */
  releasedAt: Date | null;
};

/** Where a tenant's calls are sent. */
export type Application = { name: string; answerUrl: string; hangupUrl: string; fallbackUrl: string };

/** The answer to a request that is safe to send again. `reason` is a sentence for a person. */
export type Answer<T> =
  | { outcome: 'done'; value: T }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unavailable'; reason: string };

/** `unknown`: it may have been carried out, or may still be, until the budgets' `lateWorkMs` have passed. */
export type PurchaseResult =
  | { outcome: 'bought'; number: OwnedNumber }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unknown'; reason: string };

export type ReleaseResult =
  | { outcome: 'released'; cooldownEndsAt: Date | null; releaseFee: Money | null }
  /** The provider says that the number belongs to another account by now. */
  | { outcome: 'not ours'; reason: string }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unknown'; reason: string };

export type CancelReleaseResult =
  | { outcome: 'kept' }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unknown'; reason: string };

/**
 * Where numbers are bought, with one account. Nothing here throws for what a provider does wrong. `purchase`,
 * `release` and `cancelRelease` send one request, never send it again, and give up after `withinMs`.
 */
export type NumberProvider = {
  search(query: InventoryQuery): Promise<Answer<InventoryPage>>;
  purchase(e164: E164, currency: string, withinMs: number): Promise<PurchaseResult>;
  /** All numbers of the account, or no answer: a list with a gap would make a bought number look lost. */
  listOwned(): Promise<Answer<OwnedNumber[]>>;
  /** @param currency the provider states the release fee without one */
  release(e164: E164, currency: string, withinMs: number): Promise<ReleaseResult>;
  cancelRelease(e164: E164, withinMs: number): Promise<CancelReleaseResult>;
  /** Creates an application, or points the `known` one to these addresses; one that is gone is created anew. @returns its id */
  ensureApplication(known: string | undefined, application: Application): Promise<Answer<string>>;
  attach(e164: E164, applicationId: string): Promise<Answer<void>>;
  /** Detaches from whatever it is attached to; nothing is fine as well. */
  detach(e164: E164): Promise<Answer<void>>;
};
