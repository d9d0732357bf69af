import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Applications } from '../inventory/applications.ts';
import type { PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { restore } from '../inventory/phone-number-changes.store.ts';
import {
  listAttachedElsewhere,
  listLost,
  lockBoughtWith,
  numbersInUse,
} from '../inventory/phone-number-lists.store.ts';
import type { Market, Markets } from '../marketplace/market.ts';
import type { Answer, OwnedNumber } from '../number-provider.ts';
import { openOrders } from '../orders/number-order.store.ts';
import type { OrderBudgets } from '../orders/order-budgets.ts';
import { compareOwned } from './compare-owned.ts';
import { type FoundNumber, findListing, noteTried, readFound, replaceFound } from './discrepancy.store.ts';
import type { OwnedNumbers } from './owned-numbers.ts';
import { endCooldowns, resolveDiscrepancy } from './resolve-discrepancy.ts';

/** What the last look at the account's numbers showed. */
export type Findings = {
  /** Null before the first. */
  listedAt: Date | null;
  /** Why the latest look failed, as a sentence. */
  problem: string | null;
  found: FoundNumber[];
  lost: PhoneNumberRow[];
};

/** Compares what is owned with what is shown. What doesn't agree is shown as such; nothing is deleted. */
export class Reconciliation {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly owned: OwnedNumbers,
    private readonly applications: Applications,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /** @throws AppError PROVIDER_UNAVAILABLE while the credentials can't be decrypted */
  async run(): Promise<void> {
    await this.database.asPlatform((tx) => endCooldowns(tx, this.clock.now()));
    const market = await this.markets.current();
    if (market.demo) return;
    const { account } = market;
    const { startedAt, answer } = await this.owned.of(account, market.provider);
    if (answer.outcome !== 'done') {
      return this.database.asPlatform((tx) => noteTried(tx, account, this.clock.now(), answer.reason));
    }
    await this.database.asPlatform((tx) => this.#compare(tx, market, { startedAt, owned: answer.value }));
    await this.#repoint(market);
  }

  /**
   * Points a tenant's application, where it has one, to the addresses of today.
   * @throws Error, as a sentence, where the provider couldn't be told
   */
  async repoint(tenantId: TenantId): Promise<void> {
    const market = await this.markets.current();
    if (market.demo || !(await this.applications.outdated(market)).includes(tenantId)) return;
    const application = await this.#point(tenantId, market);
    if (application.outcome !== 'done') throw new Error(application.reason);
  }

  async findings(): Promise<Findings> {
    const { account } = await this.markets.name();
    return this.database.asPlatform(async (tx) => {
      const listing = await findListing(tx, account);
      return {
        listedAt: listing?.listedAt ?? null,
        problem: listing?.problem ?? null,
        found: await readFound(tx, account),
        lost: await listLost(tx),
      };
    });
  }

  async #compare(
    tx: Tx,
    { account }: Market,
    listing: { startedAt: Date; owned: OwnedNumber[] },
  ): Promise<void> {
    const now = this.clock.now();
    const ours = await lockBoughtWith(tx, account);
    const ordered = new Set((await openOrders(tx)).map(({ e164 }) => e164));
    const known = new Set([...ordered, ...(await numbersInUse(tx))]);
    const comparison = compareOwned({ ours, known, ordered }, listing, this.budgets);
    for (const discrepancy of comparison.discrepancies) await resolveDiscrepancy(tx, discrepancy, now);
    await replaceFound(tx, account, comparison.found, now);
    await noteTried(tx, account, now, null);
  }

  /** After PUBLIC_URL or a key changed, and for applications from before there were keys. */
  async #repoint(market: Market): Promise<void> {
    for (const tenantId of await this.applications.outdated(market)) await this.#point(tenantId, market);
  }

  /** An application that is gone is made anew, and its numbers attached again. */
  async #point(tenantId: TenantId, market: Market): Promise<Answer<string>> {
    const application = await this.applications.ensure(tenantId, market);
    if (application.outcome === 'done') {
      await this.database.asPlatform(async (tx) => {
        const { account } = market;
        const right = { tenantId, account, applicationId: application.value };
        for (const { id } of await listAttachedElsewhere(tx, right)) await restore(tx, id, this.clock.now());
      });
    }
    return application;
  }
}
