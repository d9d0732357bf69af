import { notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import { type Context, type Viewer, viewerOf } from '../access.ts';
import { audit } from '../audit/audit.ts';
import {
  endSession,
  endSessionOf,
  endSessionsOf,
  findViewer,
  insertSession,
  type ListedSession,
  sessionsOf,
} from './session.store.ts';
import { hashToken, isToken, newToken } from './session-token.ts';

const MINUTE_MS = 60_000;
/** A session that isn't used for so long has ended: a shift, and the way home. */
const IDLE_MS = 12 * 60 * MINUTE_MS;
/** And every session has, after so long. */
const LIFE_MS = 30 * 24 * 60 * MINUTE_MS;
/** Its end is moved this often at most, so that not every read is a write. */
const RENEWAL_MS = 5 * MINUTE_MS;
/** What is kept of a client's name for itself: as much as tells a browser and a system. */
const LONGEST_USER_AGENT = 400;

export type StartedSession = {
  /** The only time that it is seen. */
  token: string;
  expiresAt: Date;
};

/** Where a session is started from, and whether a code of the second factor was given for it. */
export type SessionStart = { address: string; userAgent: string | undefined; gaveSecondFactor: boolean };

/** The sessions of users who are signed in. Nothing is remembered in this process: what has ended in one instance has ended in all. */
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where the user may not sign in any more, or not with this password */
  async start(
    tx: Tx,
    { id: userId, passwordHash }: { id: UserId; passwordHash: string },
    { address, userAgent, gaveSecondFactor }: SessionStart,
  ): Promise<StartedSession | undefined> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = later(now, IDLE_MS);
    const started = await insertSession(tx, {
      ...{ tokenHash: hashToken(token), userId, passwordHash, now, expiresAt, endsAt: later(now, LIFE_MS) },
      address: address || null,
      userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
      secondFactorAt: gaveSecondFactor ? now : null,
    });
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

  /** The sessions of the user who asks, the one used last first. */
  list(context: Context): Promise<ListedSession[]> {
    const { userId } = viewerOf(context);
    return this.database.asPlatform((tx) => sessionsOf(tx, userId, this.clock.now()));
  }

  /** Ends one of the sessions of the user who asks. @throws AppError NOT_FOUND for another's, or one that has ended */
  async end(id: string, context: Context): Promise<void> {
    const viewer = viewerOf(context);
    await this.database.asPlatform(async (tx) => {
      if (!/^[0-9a-f]{64}$/.test(id) || !(await endSessionOf(tx, viewer.userId, id)))
        throw notFound('session');
      await noteEnd(tx, context, viewer);
    });
  }

  /** Ends all sessions of the user who asks but the one that this is asked in. */
  async endOthers(context: Context): Promise<void> {
    const viewer = viewerOf(context);
    await this.database.asPlatform(async (tx) => {
      await endSessionsOf(tx, viewer.userId, viewer.sessionId);
      await noteEnd(tx, context, viewer);
    });
  }
}

const noteEnd = (tx: Tx, context: Context, { tenantId, email }: Viewer) =>
  audit(tx, context, { action: 'session.end', tenantId, subject: email });

const later = (than: Date, ms: number) => new Date(than.getTime() + ms);
