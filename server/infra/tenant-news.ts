import type { z } from 'zod';
import { AppError } from './app-error.ts';
import type { TenantId } from './ids.ts';
import type { Notifications } from './notifications.ts';

/** News that a subscriber hasn't taken yet. A console that falls further behind has to load the list again anyway. */
const MOST_PENDING = 500;

/** What transactions announce on one channel, in whichever process, for those who listen to a tenant. */
export class TenantNews<News extends { tenantId: TenantId }> {
  readonly #streams = new Map<string, Set<NewsStream<News>>>();

  constructor(
    notifications: Pick<Notifications, 'on'>,
    channel: string,
    private readonly form: z.ZodType<News>,
  ) {
    notifications.on(channel, (payload) => this.#announce(payload));
  }

  /** Everything from now on, until it is returned or falls too far behind. */
  subscribe(tenantId: TenantId): AsyncIterableIterator<News> {
    const streams = this.#streams.get(tenantId) ?? new Set();
    const stream: NewsStream<News> = new NewsStream(() => {
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(tenantId) === streams) this.#streams.delete(tenantId);
    });
    this.#streams.set(tenantId, streams.add(stream));
    return stream;
  }

  #announce(payload: string): void {
    // Any program with the database's password can announce anything; what isn't ours is ignored.
    const parsed = this.form.safeParse(jsonIn(payload));
    if (!parsed.success) return;
    for (const stream of this.#streams.get(parsed.data.tenantId) ?? []) stream.push(parsed.data);
  }
}

class NewsStream<News> implements AsyncIterableIterator<News> {
  readonly #pending: News[] = [];
  #taker: ((result: IteratorResult<News>) => void) | undefined;
  #state: 'open' | 'behind' | 'closed' = 'open';

  constructor(private readonly onClose: () => void) {}

  push(item: News): void {
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

  async next(): Promise<IteratorResult<News>> {
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

  async return(): Promise<IteratorResult<News>> {
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
