import { tenantFor, type Viewer } from '../../auth/access.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Vault } from '../../infra/secrets.ts';
import { type CarrierCredentials, carrierCredentials } from '../../numbers/inventory/carrier-credentials.ts';
import type { VobizAccount, VobizCredentials } from '../../settings/vobiz-account.ts';
import type { CarrierAccountOf, NumberHealth } from '../carrier-account.ts';
import { listRealNumbers, type ReachableNumber } from './number-accounts.store.ts';
import { RememberedAnswers } from './remembered-answers.ts';

/** How a number is seen by callers' telephones, or why that isn't known. */
export type NumberHealthNow = {
  phoneNumberId: string;
  isMarked: boolean | null;
  marks: string[];
  problem: string | null;
};

export type NumberHealthParts = {
  database: Database;
  vault: Vault;
  clock: Clock;
  platformAccount: () => Promise<VobizAccount>;
  accountOf: CarrierAccountOf;
};

const HEALTH_MS = 10 * 60_000;

/** How a tenant's numbers are seen, asked of the account that each is in. */
export class NumberHealthService {
  readonly #answers: RememberedAnswers<NumberHealth>;

  constructor(private readonly parts: NumberHealthParts) {
    this.#answers = new RememberedAnswers(parts.clock, HEALTH_MS);
  }

  /** @throws AppError NOT_FOUND, BAD_USER_INPUT where a super admin names no tenant */
  async of(viewer: Viewer, tenantId: string | null | undefined): Promise<NumberHealthNow[]> {
    const numbers = await this.#numbersOf(tenantFor(viewer, tenantId));
    return Promise.all(numbers.map((number) => this.#look(number)));
  }

  /** The accounts that a tenant's numbers are in, each once. */
  async accountsOf(tenantId: TenantId): Promise<{ credentials: VobizCredentials; byPlatform: boolean }[]> {
    const numbers = await this.#numbersOf(tenantId);
    const known = numbers.flatMap(({ account }) => (account.isKnown ? [account] : []));
    const byAccount = new Map(known.map((account) => [account.credentials.appId, account]));
    return [...byAccount.values()].map(({ credentials, byPlatform }) => ({ credentials, byPlatform }));
  }

  async #numbersOf(tenantId: TenantId): Promise<{ number: ReachableNumber; account: CarrierCredentials }[]> {
    const { database, platformAccount, vault } = this.parts;
    const numbers = await database.inTenant(tenantId, (tx) => listRealNumbers(tx, tenantId));
    const platform = await platformAccount();
    return numbers.map((number) => ({ number, account: carrierCredentials(number, null, platform, vault) }));
  }

  async #look({
    number: { numberId, e164 },
    account,
  }: {
    number: ReachableNumber;
    account: CarrierCredentials;
  }): Promise<NumberHealthNow> {
    const unknown = { phoneNumberId: numberId, isMarked: null, marks: [] };
    if (!account.isKnown) return { ...unknown, problem: account.reason };
    const { credentials } = account;
    const told = await this.#answers.of(`${credentials.appId} ${credentials.apiKey.hint} ${e164}`, () =>
      this.parts.accountOf(credentials).healthOf(e164),
    );
    return told.outcome === 'done'
      ? { phoneNumberId: numberId, ...told.value, problem: null }
      : { ...unknown, problem: told.reason };
  }
}
