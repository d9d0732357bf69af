import type { Viewer } from '../../auth/access.ts';
import { SESSION_ENDED } from '../../auth/sessions/session.store.ts';
import type { Log } from '../../infra/log.ts';
import type { Notifications } from '../../infra/notifications.ts';
import type { Sessions } from '../sessions.ts';

export type Announcements = Pick<Notifications, 'on' | 'onReconnect'>;

/** A connection that was opened in a session, and must not outlive it. */
type Watched = { token: string; viewer: Viewer; end: () => void };

/**
 * Ends connections with their sessions: at once where that is announced, and by asking again from time to time for
 * sessions that expire, or whose end was announced while we weren't listening.
 */
export class SessionWatch {
  readonly #watched = new Set<Watched>();
  readonly #stops: (() => void)[];
  #nextCheck: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly sessions: Sessions,
    announcements: Announcements,
    private readonly log: Log,
    private readonly recheckMs: number,
  ) {
    this.#checkLater();
    this.#stops = [
      announcements.on(SESSION_ENDED, (sessionId) =>
        this.#end(({ viewer }) => viewer.sessionId === sessionId),
      ),
      announcements.onReconnect(() => this.#recheck()),
    ];
  }

  /** @returns ends the watch, for a connection that has closed */
  add(watched: Watched): () => void {
    this.#watched.add(watched);
    return () => this.#watched.delete(watched);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#nextCheck);
    for (const stop of this.#stops) stop();
  }

  #end(isOver: (watched: Watched) => boolean): void {
    for (const watched of this.#watched) if (isOver(watched)) watched.end();
  }

  #checkLater(): void {
    if (this.#isStopped) return;
    // Counted from the end of the one before: with a slow database they must not pile up.
    this.#nextCheck = setTimeout(
      () => this.#recheck().finally(() => this.#checkLater()),
      this.recheckMs,
    ).unref();
  }

  /** One connection after the other: there is no hurry, and the database has better things to do. */
  async #recheck(): Promise<void> {
    try {
      for (const watched of this.#watched) {
        if (!isSame(watched.viewer, await this.sessions.viewerFor(watched.token))) watched.end();
      }
    } catch (err) {
      // Users stay connected while the database is away for a moment.
      this.log.warn({ err }, 'Sessions could not be looked at again');
    }
  }
}

/** A session whose user has got another role or tenant, or may do more by now, is another one to its subscriptions. */
const isSame = (before: Viewer, now: Viewer | undefined): boolean =>
  now !== undefined &&
  now.role === before.role &&
  now.tenantId === before.tenantId &&
  now.mustChangePassword === before.mustChangePassword &&
  now.mustSetUpSecondFactor === before.mustSetUpSecondFactor;
