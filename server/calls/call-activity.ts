import { z } from 'zod';
import { AppError } from '../infra/app-error.ts';
import type { Notifications } from '../infra/notifications.ts';

/** What a transaction announced of a call: ids only, as a payload is limited and is seen by all instances. */
const news = z.object({
  kind: z.enum(['STARTED', 'TURN', 'ENDED', 'ANALYSED']),
  tenantId: z.string(),
  callId: z.string(),
  /** The transcript's line that it is about. */
  number: z.number().nullish(),
});
export type CallNews = z.infer<typeof news>;

export const CALL_ACTIVITY = 'call_activity';

/** News that a subscriber hasn't taken yet. Whoever falls further behind has to look at the list again anyway. */
const MOST_PENDING = 500;

/** What happens to a tenant's calls, in whichever process, as it is committed. */
export class CallActivity {
  readonly #streams = new Map<string, Set<NewsStream>>();

  constructor(notifications: Pick<Notifications, 'on'>) {
    notifications.on(CALL_ACTIVITY, (payload) => this.#announce(payload));
  }

  /** Everything from now on, until it is returned or falls too far behind. */
  subscribe(tenantId: string): AsyncIterableIterator<CallNews> {
    const streams = this.#streams.get(tenantId) ?? new Set();
    const stream: NewsStream = new NewsStream(() => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(tenantId) === streams) this.#streams.delete(tenantId);
    });
    this.#streams.set(tenantId, streams.add(stream));
    return stream;
  }

  #announce(payload: string): void {
    // Anybody with the database's password can announce anything; what isn't ours is nothing.
    const parsed = news.safeParse(jsonIn(payload));
    if (!parsed.success) return;
    for (const stream of this.#streams.get(parsed.data.tenantId) ?? []) stream.push(parsed.data);
  }
}

class NewsStream implements AsyncIterableIterator<CallNews> {
  readonly #pending: CallNews[] = [];
  #taker: ((result: IteratorResult<CallNews>) => void) | undefined;
  #state: 'open' | 'behind' | 'closed' = 'open';

  constructor(private readonly onClose: () => void) {}

  push(item: CallNews): void {
    if (this.#state !== 'open') return;
    if (this.#taker) {
      this.#taker({ value: item, done: false });
      this.#taker = undefined;
    } else if (this.#pending.length < MOST_PENDING) {
      this.#pending.push(item);
    } else {
      this.#state = 'behind';
      this.#pending.length = 0;
      this.onClose();
    }
  }

  async next(): Promise<IteratorResult<CallNews>> {
    const item = this.#pending.shift();
    if (item) return { value: item, done: false };
    if (this.#state === 'behind') {
      this.#state = 'closed';
      throw new AppError('RATE_LIMITED', 'This subscription fell behind; subscribe again.', {
        retryAfterSeconds: 1,
      });
    }
    if (this.#state === 'closed') return { value: undefined, done: true };
    return new Promise((resolve) => {
      this.#taker = resolve;
    });
  }

  async return(): Promise<IteratorResult<CallNews>> {
    if (this.#state === 'open') this.onClose();
    this.#state = 'closed';
    this.#pending.length = 0;
    this.#taker?.({ value: undefined, done: true });
    this.#taker = undefined;
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
