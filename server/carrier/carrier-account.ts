import type { E164 } from '../infra/phone-number.ts';
import type { Answer } from '../numbers/number-provider.ts';
import type { VobizCredentials } from '../settings/vobiz-account.ts';

/** What the carrier charged for one leg of a call, in millionths of the currency's major unit. */
export type CallRecord = {
  micros: number;
  currency: string;
  /** The other leg of a call that was put through: it has a record and a charge of its own. */
  otherLeg: string | undefined;
};

/** Amounts in millionths of the currency's major unit; the balance may be below zero. */
export type Balance = {
  micros: number;
  /** With the account's credit; undefined where it isn't told. */
  availableMicros: number | undefined;
  /** Below which the carrier itself warns. */
  lowMicros: number | undefined;
  currency: string;
};

/** How many calls the account carries at once: the next caller hears the busy tone. */
export type Lines = {
  most: number;
  /** Undefined where the carrier doesn't tell. */
  inUse: number | undefined;
};

/** What callers' telephones may show of a number. `marks` are the carrier's own words. */
export type NumberHealth = { isMarked: boolean; marks: string[] };

/** What the carrier tells of an account. Nothing here changes anything, and nothing throws. */
export type CarrierAccount = {
  /** @returns undefined as value while there is no record yet */
  record(providerCallId: string): Promise<Answer<CallRecord | undefined>>;
  balance(currency: string): Promise<Answer<Balance>>;
  lines(): Promise<Answer<Lines>>;
  healthOf(e164: E164): Promise<Answer<NumberHealth>>;
};

/** An account, with its credentials. */
export type CarrierAccountOf = (credentials: VobizCredentials) => CarrierAccount;
