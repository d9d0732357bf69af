import { FakeCalls } from './vobiz-api-calls.ts';
import { FakeRecordings } from './vobiz-api-recordings.ts';
import { type Result, refused } from './vobiz-api-result.ts';

/** A number as Vobiz's inventory offers it. Fees are major units with decimals. */
export type Offer = {
  e164: string;
  country: string;
  region: string;
  setupFee: number;
  monthlyFee: number;
  currency: string;
  voice: boolean;
  sms: boolean;
  isBlocked: boolean;
  isTrial: boolean;
  commitmentMonths: number;
  needsAadhaar: boolean;
};

/** A number of the account. */
export type Owned = Offer & {
  applicationId: string | null;
  purchasedAt: Date;
  releasedAt: Date | null;
  cooldownEndsAt: Date | null;
  /** What a cancelled release attaches it to again. */
  formerApplicationId: string | null;
};

export type AppFields = {
  app_name: string;
  answer_url: string;
  answer_method: string;
  hangup_url: string;
  hangup_method: string;
  fallback_answer_url: string;
};

export type Debit = { e164: string; kind: 'purchase' | 'release'; amount: number };

const AN_OFFER = {
  country: 'IN',
  region: 'Karnataka',
  setupFee: 0,
  monthlyFee: 499.5,
  currency: 'INR',
  voice: true,
  sms: false,
  isBlocked: false,
  isTrial: false,
  commitmentMonths: 0,
  needsAadhaar: false,
};

const MONTH_MS = 30 * 24 * 60 * 60_000;

/** The state of one account at Vobiz, and what each operation does to it. No HTTP in here. */
export class FakeAccount {
  readonly inventory = new Map<string, Offer>();
  readonly owned = new Map<string, Owned>();
  readonly applications = new Map<string, AppFields>();
  /** Every debit there ever was. */
  readonly ledger: Debit[] = [];
  readonly calls = new FakeCalls();
  readonly recordings = new FakeRecordings();
  /** What purchases draw on, in rupees; without any of it, nobody can be called. */
  balance = 1_000_000;
  /** What may be spent beyond the balance, and the balance at which Vobiz itself warns. */
  creditLimit = 0;
  lowBalanceThreshold = 100;
  /** Which page says where the balance is asked for: the older has `/account/` in lower case. */
  balancePage: 'current' | 'older' = 'current';
  /** What Vobiz says of a number's health, in place of no marks at all. */
  readonly health = new Map<string, object>();
  /** How long a release can be cancelled; 0: not at all. */
  cooldownMs = 24 * 60 * 60_000;
  releaseFee = 100;
  /** Whether a number that was released stays in the list. */
  listsReleased = true;
  #lastApplication = 70_000;

  constructor(private readonly now: () => Date) {}

  offer(e164: string, terms: Partial<Offer> = {}): void {
    this.inventory.set(e164, { ...AN_OFFER, e164, ...terms });
  }

  /** As if it had been bought in Vobiz's portal. */
  own(e164: string, terms: Partial<Owned> = {}): void {
    const times = { purchasedAt: this.now(), releasedAt: null, cooldownEndsAt: null };
    const attached = { applicationId: null, formerApplicationId: null };
    this.owned.set(e164, { ...AN_OFFER, e164, ...times, ...attached, ...terms });
  }

  /** Numbers that are paid for at the moment. */
  get live(): string[] {
    return [...this.owned.values()].flatMap(({ e164, releasedAt }) => (releasedAt ? [] : e164)).sort();
  }

  /** How often a number was debited for a purchase. */
  purchasesOf(e164: string): number {
    return this.ledger.filter((debit) => debit.kind === 'purchase' && debit.e164 === e164).length;
  }

  search(query: URLSearchParams): Result {
    const digits = query.get('search') ?? '';
    const found = [...this.inventory.values()].filter(
      ({ e164, country }) => country === query.get('country') && e164.includes(digits),
    );
    return paged(query, found.map(offerBody));
  }

  list(query: URLSearchParams): Result {
    const all = [...this.owned.values()].filter(({ releasedAt }) => !releasedAt || this.listsReleased);
    return paged(query, all.reverse().map(ownedBody));
  }

  purchase({ e164, currency }: { e164?: unknown; currency?: unknown }): Result {
    const offer = typeof e164 === 'string' ? this.inventory.get(e164) : undefined;
    if (!offer) return { status: 404, body: { error: 'Number not found in inventory' } };
    if (currency !== offer.currency) return { status: 400, body: { error: 'Currency mismatch' } };
    const price = offer.setupFee + offer.monthlyFee;
    if (price > this.balance) return { status: 402, body: { error: 'Insufficient balance' } };
    this.balance -= price;
    this.ledger.push({ e164: offer.e164, kind: 'purchase', amount: price });
    this.inventory.delete(offer.e164);
    this.own(offer.e164, offer);
    return { status: 200, body: this.#body(offer.e164) };
  }

  release(e164: string): Result {
    const number = this.#live(e164);
    if (!number) return { status: 403, body: { error: 'Number does not belong to this account' } };
    number.releasedAt = this.now();
    number.cooldownEndsAt = new Date(this.now().getTime() + this.cooldownMs);
    number.formerApplicationId = number.applicationId;
    number.applicationId = null;
    this.ledger.push({ e164, kind: 'release', amount: this.releaseFee });
    const cooldown_ends_at = number.cooldownEndsAt.toISOString();
    const cancel_url = `/account/cancel-release/${e164}`;
    return {
      status: 200,
      body: {
        status: 'released',
        message: 'Number released',
        cooldown_ends_at,
        release_fee: this.releaseFee,
        cancel_url,
      },
    };
  }

  cancelRelease(e164: string): Result {
    const number = this.owned.get(e164);
    const isPossible = number?.releasedAt && number.cooldownEndsAt && number.cooldownEndsAt > this.now();
    if (!number || !isPossible) return { status: 404, body: { error: 'No release to cancel' } };
    Object.assign(number, {
      releasedAt: null,
      cooldownEndsAt: null,
      applicationId: number.formerApplicationId,
    });
    return { status: 200, body: { status: 'active', message: 'Release cancelled' } };
  }

  createApplication(fields: AppFields): Result {
    this.#lastApplication += 1;
    const id = String(this.#lastApplication);
    this.applications.set(id, fields);
    return { status: 201, body: { api_id: `api-${id}`, app_id: id, message: 'created' } };
  }

  updateApplication(id: string, fields: Partial<AppFields>): Result {
    const known = this.applications.get(id);
    if (!known) return { status: 404, body: { error: 'Application not found' } };
    this.applications.set(id, { ...known, ...fields });
    return { status: 202, body: { api_id: `api-${id}`, message: 'changed' } };
  }

  deleteApplication(id: string): Result {
    if (!this.applications.has(id)) return { status: 404, body: { error: 'Application not found' } };
    const isUsed = [...this.owned.values()].some(({ applicationId }) => applicationId === id);
    if (isUsed) return { status: 409, body: { error: 'Numbers are attached' } };
    this.applications.delete(id);
    return { status: 204, body: undefined };
  }

  attach(e164: string, id: unknown): Result {
    const number = this.#live(e164);
    if (!number) return { status: 404, body: { error: 'Number not found' } };
    if (typeof id !== 'string' || !this.applications.has(id)) {
      return { status: 400, body: { error: 'Application not found' } };
    }
    number.applicationId = id;
    return { status: 200, body: this.#body(e164) };
  }

  detach(e164: string): Result {
    const number = this.#live(e164);
    if (!number) return { status: 404, body: { error: 'Number not found' } };
    number.applicationId = null;
    return { status: 200, body: this.#body(e164) };
  }

  /** Amounts are text. An account has one currency. */
  balanceIn(currency: string): Result {
    if (currency !== 'INR') return refused(404, 'No balance in this currency');
    return {
      status: 200,
      body: {
        balance: this.balance.toFixed(4),
        available_balance: (this.balance + this.creditLimit).toFixed(4),
        credit_limit: this.creditLimit.toFixed(4),
        low_balance_threshold: this.lowBalanceThreshold.toFixed(4),
        currency,
      },
    };
  }

  /** The names of these fields are not documented, but for the fact that they are told. */
  healthOf(e164: string): Result {
    if (!this.#live(e164)) return refused(404, 'Number not found');
    return { status: 200, body: this.health.get(e164) ?? { e164, spam: false, spam_marks: [] } };
  }

  #live(e164: string): Owned | undefined {
    const number = this.owned.get(e164);
    return number?.releasedAt === null ? number : undefined;
  }

  #body(e164: string): object {
    const number = this.owned.get(e164);
    return number ? ownedBody(number) : {};
  }
}

const offerBody = (offer: Offer) => ({
  id: `inv-${offer.e164.slice(1)}`,
  e164: offer.e164,
  country: offer.country,
  region: offer.region,
  capabilities: { voice: offer.voice, sms: offer.sms, mms: false, fax: false },
  status: 'available',
  setup_fee: offer.setupFee,
  monthly_fee: offer.monthlyFee,
  currency: offer.currency,
  voice_enabled: offer.voice,
  is_blocked: offer.isBlocked,
  is_trial_number: offer.isTrial,
  minimum_commitment_months: offer.commitmentMonths,
  aadhaar_verification_required: offer.needsAadhaar,
});

const ownedBody = (number: Owned) => ({
  ...offerBody(number),
  status: number.releasedAt ? 'released' : 'active',
  application_id: number.applicationId,
  purchased_at: number.purchasedAt.toISOString(),
  last_billing_date: number.purchasedAt.toISOString(),
  next_billing_date: new Date(number.purchasedAt.getTime() + MONTH_MS).toISOString(),
  released_at: number.releasedAt?.toISOString() ?? null,
});

function paged(query: URLSearchParams, all: object[]): Result {
  const page = Number(query.get('page') ?? 1);
  const per_page = Number(query.get('per_page') ?? 25);
  if (!(page >= 1) || !(per_page >= 1 && per_page <= 100)) {
    return { status: 400, body: { error: 'Bad page' } };
  }
  const items = all.slice((page - 1) * per_page, page * per_page);
  return { status: 200, body: { items, page, per_page, total: all.length } };
}
