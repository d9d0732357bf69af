import { type Context, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { badInput } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { type Money, moneyOfMicros } from '../../numbers/money.ts';
import type { VobizAccount, VobizCredentials } from '../../settings/vobiz-account.ts';
import type { Balance, CarrierAccountOf, Lines } from '../carrier-account.ts';
import { readLowBalance, writeLowBalance } from './carrier-settings.store.ts';
import { type Dated, RememberedAnswers } from './remembered-answers.ts';

/** What the platform's account has left. */
export type BalanceNow = {
  balance: Money;
  available: Money | null;
  /** Below which it is low, if anything says so. */
  warnBelow: Money | null;
  isLow: boolean;
  at: Date;
};
export type LinesNow = Lines & { at: Date };

/** Something that was asked of the carrier, or the sentence that says why there is no answer. */
export type Told<T> = { value: T; problem: null } | { value: null; problem: string };

/** The platform's account at the carrier; nothing of it in demo mode. */
export type CarrierStatus = {
  isConnected: boolean;
  balance: BalanceNow | null;
  balanceProblem: string | null;
  lines: LinesNow | null;
  linesProblem: string | null;
};

export type CarrierStatusParts = {
  database: Database;
  clock: Clock;
  platformAccount: () => Promise<VobizAccount>;
  accountOf: CarrierAccountOf;
};

/** Vobiz keeps an Indian account in rupees. */
const CURRENCY = 'INR';
const BALANCE_MS = 5 * 60_000;
const LINES_MS = 60_000;
const MICROS_PER_PAISA = 10_000;

/** What the platform's account at the carrier has left, and how many calls it carries: asked seldom, and never changed. */
export class CarrierStatusService {
  readonly #balances: RememberedAnswers<Balance>;
  readonly #lines: RememberedAnswers<Lines>;

  constructor(private readonly parts: CarrierStatusParts) {
    this.#balances = new RememberedAnswers(parts.clock, BALANCE_MS);
    this.#lines = new RememberedAnswers(parts.clock, LINES_MS);
  }

  async read(): Promise<CarrierStatus> {
    const account = await this.parts.platformAccount();
    if (account.mode === 'DEMO') return NOT_CONNECTED;
    const [balance, lines] = await Promise.all([this.balance(account), this.lines(account)]);
    return {
      isConnected: true,
      balance: balance.value,
      balanceProblem: balance.problem,
      lines: lines.value,
      linesProblem: lines.problem,
    };
  }

  async balance(account: VobizAccount): Promise<Told<BalanceNow>> {
    const credentials = credentialsIn(account);
    if (!credentials) return { value: null, problem: UNREADABLE };
    const told = await this.#balances.of(keyOf(credentials), () =>
      this.parts.accountOf(credentials).balance(CURRENCY),
    );
    if (told.outcome !== 'done') return problemOf(told);
    const set = await this.parts.database.asPlatform(readLowBalance);
    return { value: balanceNow(told.value, set, told.at), problem: null };
  }

  async lines(account: VobizAccount): Promise<Told<LinesNow>> {
    const credentials = credentialsIn(account);
    if (!credentials) return { value: null, problem: UNREADABLE };
    const told = await this.linesOf(credentials);
    return told.outcome === 'done'
      ? { value: { ...told.value, at: told.at }, problem: null }
      : problemOf(told);
  }

  /** Of any account, a tenant's own as well. */
  linesOf(credentials: VobizCredentials): Promise<Dated<Lines>> {
    return this.#lines.of(keyOf(credentials), () => this.parts.accountOf(credentials).lines());
  }

  /** @returns paise; null: what the carrier itself calls low */
  async lowBalance(): Promise<number | null> {
    const micros = await this.parts.database.asPlatform(readLowBalance);
    return micros === null ? null : Math.round(micros / MICROS_PER_PAISA);
  }

  /**
   * @param paise below which super admins are warned; null: what the carrier itself calls low
   * @throws AppError BAD_USER_INPUT naming `paise`
   */
  async setLowBalance(paise: number | null, context: Context): Promise<number | null> {
    viewerOf(context);
    if (paise !== null && paise < 0) throw badInput('paise', 'The warning is for an amount of zero or more.');
    const lowBalanceMicros = paise === null ? null : paise * MICROS_PER_PAISA;
    await this.parts.database.asPlatform(async (tx) => {
      await writeLowBalance(tx, { lowBalanceMicros, now: this.parts.clock.now() });
      await audit(tx, context, { action: 'carrier.lowBalance', detail: { paise } });
    });
    return paise;
  }
}

const NOT_CONNECTED: CarrierStatus = {
  isConnected: false,
  balance: null,
  balanceProblem: null,
  lines: null,
  linesProblem: null,
};
const UNREADABLE = 'The stored Vobiz API key can’t be decrypted with this SECRET_KEY.';

const credentialsIn = (account: VobizAccount) => (account.mode === 'LIVE' ? account.credentials : undefined);

/** Another key may be refused where the last was taken, so that it is asked about anew. */
const keyOf = ({ appId, apiKey }: VobizCredentials) => `${appId} ${apiKey.hint}`;

const problemOf = <T>({ reason }: { reason: string }): Told<T> => ({ value: null, problem: reason });

function balanceNow(told: Balance, setMicros: number | null, at: Date): BalanceNow {
  const { micros, availableMicros, currency } = told;
  const lowMicros = setMicros ?? told.lowMicros;
  return {
    balance: moneyOfMicros(micros, currency),
    available: availableMicros === undefined ? null : moneyOfMicros(availableMicros, currency),
    warnBelow: lowMicros === undefined ? null : moneyOfMicros(lowMicros, currency),
    // What can be spent counts: with credit, calls go on below zero.
    isLow: (availableMicros ?? micros) <= 0 || (lowMicros !== undefined && micros < lowMicros),
    at,
  };
}
