import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import { type Context, type Viewer, viewerOf } from '../access.ts';
import { endSession, findViewer, insertSession } from './session.store.ts';
import { hashToken, isToken, newToken } from './session-token.ts';

const MINUTE_MS = 60_000;
/** A session that isn't used for so long has ended: a shift, and the way home. */
const IDLE_MS = 12 * 60 * MINUTE_MS;
/** And every session has, after so long. */
const LIFE_MS = 30 * 24 * 60 * MINUTE_MS;
/** Its end is moved this often at most, so that not every read is a write. */
const RENEWAL_MS = 5 * MINUTE_MS;

export type StartedSession = {
  /** The only time that it is seen. */
  token: string;
  expiresAt: Date;
};

/** The sessions of users who are signed in. Nothing is remembered in this process: what has ended in one instance has ended in all. */
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where the user may not sign in any more, or not with this password */
  async start(tx: Tx, user: { id: UserId; passwordHash: string }): Promise<StartedSession | undefined> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = later(now, IDLE_MS);
    const { id: userId, passwordHash } = user;
    const session = { tokenHash: hashToken(token), userId, passwordHash, now, expiresAt };
    const started = await insertSession(tx, { ...session, endsAt: later(now, LIFE_MS) });
    return started ? { token, expiresAt } : undefined;
  }

  /** @returns undefined for a token that is unknown, expired or signed out, or whose user is disabled */
  async viewerFor(token: string): Promise<Viewer | undefined> {
    if (!isToken(token)) return undefined;
    const now = this.clock.now();
    const session = {
      tokenHash: hashToken(token),
      now,
      staleAt: later(now, -RENEWAL_MS),
      expiresAt: later(now, IDLE_MS),
    };
    return this.database.asPlatform((tx) => findViewer(tx, session));
  }

  async signOut(context: Context): Promise<void> {
    const { sessionId } = viewerOf(context);
    await this.database.asPlatform((tx) => endSession(tx, sessionId));
  }
}

const later = (than: Date, ms: number) => new Date(than.getTime() + ms);
