import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import { writeWebhooks } from './webhook-log.store.ts';
import type { WebhookNote } from './webhook-note.ts';

/** How long a webhook waits to be written, at least. */
const EVERY_MS = 1_000;
/** What waits at most: no house hears more in a second, and under a flood answering comes first. */
const MOST_WAITING = 250;
const MOST_BYTES = 8_000_000;
/** Where a webhook doesn't say how long its body is, the longest is assumed. */
const LONGEST_BODY = 256_000;
/** Nothing is written later: the erasure of a customer relies on it. */
const OLDEST_MS = 60_000;

/** Collects what webhooks said and were answered, off their way, and writes it down in batches. */
export class WebhookRecorder {
  #waiting: WebhookNote[] = [];
  #bytes = 0;
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    private readonly database: Pick<Database, 'asPlatform'>,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly everyMs = EVERY_MS,
  ) {}

  /** How many were never written, for want of room or of a database. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Returns at once. */
  note(note: WebhookNote): void {
    const bytes = sizeOf(note);
    if (this.#waiting.length >= MOST_WAITING || this.#bytes + bytes > MOST_BYTES) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(note);
    this.#bytes += bytes;
    this.#plan();
  }

  /** Writes what waits. What can't be written waits on, as long as there is room. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
      if (this.#waiting.length > 0) this.#plan();
    });
    return this.#writing;
  }

  /** Writes what waits, at the end: there is no other time. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#writing;
    await this.flush();
  }

  #plan(): void {
    if (this.#timer || this.#writing || this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, this.everyMs);
    this.#timer.unref();
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#bytes = 0;
    try {
      await writeWebhooks(this.database, batch);
    } catch (error) {
      // PostgreSQL's own words may quote what callers said.
      const code = codeOf(error);
      this.log.warn({ code, webhooks: batch.length }, 'The webhook log could not be written');
      if (/^2[23]/.test(code)) await this.#writeOneByOne(batch);
      else this.#takeBack(batch);
    }
  }

  /** One that PostgreSQL doesn't take must not keep the others out. */
  async #writeOneByOne(batch: readonly WebhookNote[]): Promise<void> {
    for (const note of batch) {
      await writeWebhooks(this.database, [note]).catch(() => {
        this.#dropped += 1;
      });
    }
  }

  #takeBack(batch: readonly WebhookNote[]): void {
    const later = this.#waiting;
    const since = this.clock.now().getTime() - OLDEST_MS;
    const young = batch.filter(({ at }) => at.getTime() > since);
    this.#dropped += batch.length - young.length;
    this.#waiting = [];
    this.#bytes = 0;
    for (const note of [...young, ...later]) this.note(note);
  }
}

/** PostgreSQL's; its classes 22 and 23 are faults of what was to be written. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}

const sizeOf = ({ bodyBytes, xml }: WebhookNote): number => (bodyBytes ?? LONGEST_BODY) + xml.length;
