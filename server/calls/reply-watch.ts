import type { Notifications } from '../infra/notifications.ts';

export const REPLY_CHANNEL = 'reply_progress';

/** How far the reply to one turn of a call is written, or that the call is over. Counts only, never words. */
export type ReplyNews = { callKey: string } & (
  | { turn: number; written: number; isWritten: boolean }
  | { isOver: true }
);

/** What one waiting webhook has heard of its call since it began to wait. */
export class ReplyWatch {
  isOver = false;
  readonly #turns = new Map<number, { written: number; isWritten: boolean }>();
  #wake: (() => void) | undefined;

  constructor(readonly close: () => void) {}

  of(turn: number): { written: number; isWritten: boolean } {
    return this.#turns.get(turn) ?? { written: 0, isWritten: false };
  }

  hear(news: ReplyNews): void {
    if ('isOver' in news) this.isOver = true;
    else if (!this.of(news.turn).isWritten) this.#turns.set(news.turn, news);
    this.#wake?.();
  }

  /** Waits until `isEnough`, looked at after each piece of news, or until `ms` have passed. */
  async until(isEnough: () => boolean, ms: number): Promise<void> {
    if (isEnough() || ms <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        if (!isEnough()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}

/** Wakes webhooks that wait for a reply, whichever process writes it. */
export class ReplyWatches {
  readonly #watches = new Map<string, Set<ReplyWatch>>();

  constructor(notifications: Notifications) {
    notifications.on(REPLY_CHANNEL, (payload) => this.report(JSON.parse(payload) as ReplyNews));
  }

  /** Hears all that happens to a call's replies from now on, until closed. */
  watch(callKey: string): ReplyWatch {
    const watches = this.#watches.get(callKey) ?? new Set();
    const watch: ReplyWatch = new ReplyWatch(() => {
      watches.delete(watch);
      if (watches.size === 0 && this.#watches.get(callKey) === watches) this.#watches.delete(callKey);
    });
    this.#watches.set(callKey, watches.add(watch));
    return watch;
  }

  /** Tells who waits in this process; other processes hear through PostgreSQL. */
  report(news: ReplyNews): void {
    for (const watch of this.#watches.get(news.callKey) ?? []) watch.hear(news);
  }
}
