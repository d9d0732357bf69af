import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { within } from '../async/time-limit.ts';
import type { Database } from '../database.ts';
import type { Log } from '../log.ts';
import { freeJobsOfDead, noteAlive, noteEnded } from './process-heartbeat.store.ts';

/** In milliseconds. From a process's death to its jobs being free: `deadAfterMs + beatMs` at most. */
export type Pace = {
  /** From one beat to the next. */
  beatMs: number;
  /** A process that hasn't been seen for that long counts as dead. */
  deadAfterMs: number;
};

/** A beat may fail three times in a row, and a pause of the whole process may last 15 s, before it is taken for dead. */
const PACE: Pace = { beatMs: 5_000, deadAfterMs: 20_000 };

/** A job was done by a process that had been taken for dead: it is another's now. */
class TakenForDead extends Error {
  override readonly name = 'TakenForDead';
  override readonly message =
    'This process was away for so long that its jobs were given to others; what came of this one is theirs to say';
}

/** Shows that this process lives, and frees the jobs of those that don't any more. */
export class Heartbeat {
  readonly #id = randomUUID();
  #lockNames: readonly string[] = [];
  #isSignedUp = false;
  /** How often this process was taken for dead. */
  #deaths = 0;
  /** When the last beat that arrived was sent: by a clock that is never set, and by one that runs while machines sleep. */
  #proven = { steady: 0, wall: 0 };
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly pace: Pace = PACE,
  ) {}

  /** Signs this process up, frees what dead ones left, and goes on doing so. @throws where the database is away */
  async start(): Promise<void> {
    await this.#beat();
    await this.#freeJobsOfDead();
    this.#schedule();
  }

  /** From now on, this process's locks carry these names. Where the beat that says so fails, the next one does. */
  async carry(lockNames: readonly string[]): Promise<void> {
    this.#lockNames = lockNames;
    await this.#beat().catch((err: unknown) => this.log.warn({ err }, 'A heartbeat failed'));
  }

  /** Signs this process off. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.database
      .asPlatform((tx) => noteEnded(tx, this.#id))
      .catch((err: unknown) => this.log.warn({ err }, 'A process that ends could not be signed off'));
  }

  /**
   * Does a job that this process has locked.
   * @throws TakenForDead where the job isn't its own any more in the end. In the queue that changes nothing, while
   * completing it would delete it, also where it was asked for anew meanwhile.
   */
  async during(job: () => Promise<void>): Promise<void> {
    const deaths = this.#deaths;
    await job();
    // A process that was seen within half the time can't have been taken for dead.
    if (this.#unseenForMs() > this.pace.deadAfterMs / 2) await this.#beat();
    if (deaths !== this.#deaths) throw new TakenForDead();
  }

  #schedule(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      // A connection that hangs is left to its fate, and the next beat takes another.
      this.#round = within(this.pace.deadAfterMs / 2, this.#beatAndFree())
        .catch((err: unknown) => this.log.warn({ err }, 'A heartbeat failed'))
        .then(() => this.#schedule());
    }, this.pace.beatMs);
  }

  async #beatAndFree(): Promise<void> {
    await this.#beat();
    await this.#freeJobsOfDead();
  }

  async #beat(): Promise<void> {
    const sent = { steady: performance.now(), wall: Date.now() };
    const self = { id: this.#id, lockNames: this.#lockNames, host: hostname(), pid: process.pid };
    const wasThere = await this.database.asPlatform((tx) => noteAlive(tx, self, this.#settleMs));
    if (!wasThere && this.#isSignedUp) {
      this.#deaths += 1;
      this.log.warn('This process was away for too long, so that its jobs were given to others');
    }
    this.#isSignedUp = true;
    this.#proven = sent;
  }

  async #freeJobsOfDead(): Promise<void> {
    const limits = { deadAfterMs: this.pace.deadAfterMs, settleMs: this.#settleMs };
    const { dead, jobs } = await this.database.asPlatform((tx) => freeJobsOfDead(tx, this.#id, limits), {
      lock: 'free jobs of dead processes',
    });
    if (dead.length > 0 || jobs > 0) this.log.warn({ dead, jobs }, 'The jobs of dead processes were freed');
  }

  /** In which everybody who lives is heard. */
  get #settleMs(): number {
    return this.pace.beatMs * 2;
  }

  #unseenForMs(): number {
    const { steady, wall } = this.#proven;
    return Math.max(performance.now() - steady, Date.now() - wall);
  }
}
