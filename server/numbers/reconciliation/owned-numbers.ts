import type { Clock } from '../../infra/clock.ts';
import type { Answer, NumberProvider, OwnedNumber } from '../number-provider.ts';

/** What an account owns, and when asking for it began. */
export type Listing = { startedAt: Date; answer: Answer<OwnedNumber[]> };

type Lists = { running: Promise<Listing>; next: Promise<Listing> | undefined };

/**
 * Asks what accounts own. However many want to know, one list of an account is fetched at a time: who comes while
 * it runs gets the following one, so that every list was begun after it was asked for.
 */
export class OwnedNumbers {
  readonly #byAccount = new Map<string, Lists>();

  constructor(private readonly clock: Clock) {}

  of(account: string, provider: NumberProvider): Promise<Listing> {
    const lists = this.#byAccount.get(account);
    if (!lists) return this.#start(account, provider);
    lists.next ??= lists.running.catch(() => undefined).then(() => this.#start(account, provider));
    return lists.next;
  }

  #start(account: string, provider: NumberProvider): Promise<Listing> {
    const running = this.#fetch(provider).finally(() => {
      if (lists.next === undefined) this.#byAccount.delete(account);
    });
    const lists: Lists = { running, next: undefined };
    this.#byAccount.set(account, lists);
    return running;
  }

  async #fetch(provider: NumberProvider): Promise<Listing> {
    const startedAt = this.clock.now();
    return { startedAt, answer: await provider.listOwned() };
  }
}
