import type { Notifications } from '../../infra/notifications.ts';
import { REPLY_CHANNEL, type ReplyNews, readReplyNews } from './reply-news.ts';

type Progress = { written: number; isWritten: boolean };

/** What one waiting webhook has heard of its call since it began to wait. */
export class ReplyWatch {
  isOver = false;
  /** Whose reply its webhook waits for; undefined until that is known. */
  turn: number | undefined;
  readonly #turns = new Map<number, Progress>();
  #wake: (() => void) | undefined;

  constructor(readonly close: () => void) {}

  of(turn: number): Progress {
    return this.#turns.get(turn) ?? { written: 0, isWritten: false };
  }

  /** Whether anything was heard of the turn: it is taken then. */
  isTaken(turn: number): boolean {
    return this.#turns.has(turn);
  }

  /** News may come twice, from this process and through PostgreSQL, and the older after the newer. */
  hear(news: ReplyNews): void {
    if ('isOver' in news) {
      this.isOver = true;
    } else {
      const known = this.of(news.turn);
      this.#turns.set(news.turn, {
        written: Math.max(known.written, news.written),
        isWritten: known.isWritten || news.isWritten,
      });
    }
    this.#wake?.();
  }

  /** Waits until `isEnough`, looked at after each piece of news, or until `ms` have passed. One wait at a time. */
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

/** Wakes webhooks that wait for a reply, whichever process writes it, and knows which of them wait here. */
export class ReplyWatches {
  readonly #watches = new Map<string, Set<ReplyWatch>>();
  readonly #onClosed = new Map<string, Set<() => void>>();

  constructor(notifications: Pick<Notifications, 'on'>) {
    notifications.on(REPLY_CHANNEL, (payload) => {
      const news = readReplyNews(payload);
      if (news) this.report(news);
    });
  }

  /** Hears all that happens to a call's replies from now on, until closed. */
  watch(callKey: string): ReplyWatch {
    const watches = this.#watches.get(callKey) ?? new Set();
    const watch: ReplyWatch = new ReplyWatch(() => {
      watches.delete(watch);
      if (watches.size === 0 && this.#watches.get(callKey) === watches) this.#watches.delete(callKey);
      for (const look of this.#onClosed.get(callKey) ?? []) look();
    });
    this.#watches.set(callKey, watches.add(watch));
    return watch;
  }

  /** Tells the webhooks that wait in this process; those in others hear through PostgreSQL. */
  report(news: ReplyNews): void {
    for (const watch of this.#watches.get(news.callKey) ?? []) watch.hear(news);
  }

  /** Resolves as soon as no webhook waits here for the reply to `turn`: each of them stores what it delivers. */
  async unattended(callKey: string, turn: number): Promise<void> {
    if (!this.#isAttended(callKey, turn)) return;
    const looks = this.#onClosed.get(callKey) ?? new Set();
    this.#onClosed.set(callKey, looks);
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.#isAttended(callKey, turn)) return;
        looks.delete(look);
        if (looks.size === 0) this.#onClosed.delete(callKey);
        resolve();
      };
      looks.add(look);
    });
  }

  #isAttended(callKey: string, turn: number): boolean {
    for (const watch of this.#watches.get(callKey) ?? []) if (watch.turn === turn) return true;
    return false;
  }
}
