import { z } from 'zod';
import type { Notifications } from '../../infra/notifications.ts';

export const REPLY_CHANNEL = 'reply_progress';

const callKey = z.string();
const replyNews = z.union([
  z.object({ callKey, turn: z.int(), written: z.int(), isWritten: z.boolean() }),
  z.object({ callKey, isOver: z.literal(true) }),
]);

/** How far the reply to one turn of a call is written, or that the call is over. Counts only, never words. */
export type ReplyNews = z.infer<typeof replyNews>;

type Progress = { written: number; isWritten: boolean };

/** What one waiting webhook has heard of its call since it began to wait. */
export class ReplyWatch {
  isOver = false;
  readonly #turns = new Map<number, Progress>();
  #wake: (() => void) | undefined;

  constructor(readonly close: () => void) {}

  of(turn: number): Progress {
    return this.#turns.get(turn) ?? { written: 0, isWritten: false };
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

/** Wakes webhooks that wait for a reply, whichever process writes it. */
export class ReplyWatches {
  readonly #watches = new Map<string, Set<ReplyWatch>>();

  constructor(notifications: Pick<Notifications, 'on'>) {
    notifications.on(REPLY_CHANNEL, (payload) => {
      // Another version of this program may share the database; what isn't understood only costs a wait.
      const news = newsIn(payload);
      if (news) this.report(news);
    });
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

function newsIn(payload: string): ReplyNews | undefined {
  try {
    return replyNews.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
