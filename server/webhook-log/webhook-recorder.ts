import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { Log } from '../infra/log.ts';
import { RefusalSamples } from './refusal-samples.ts';
import { addRefusals } from './refused-webhooks.store.ts';
import { writeWebhooks } from './webhook-log.store.ts';
import type { WebhookNote, WebhookReason } from './webhook-note.ts';

/** How long a webhook waits to be written, at least. */
const EVERY_MS = 1_000;
/** What waits at most: no house hears more in a second, and under a flood answering comes first. */
const MOST_WAITING = 250;
const MOST_BYTES = 8_000_000;
/** What may wait of one tenant's that strangers may have sent, and of all: others find room. */
const MOST_UNVERIFIED = { notes: 100, bytes: 3_000_000 };
const MOST_UNVERIFIED_IN_ALL = 180;
/** Where a webhook doesn't say how long its body is, the longest is assumed. */
const LONGEST_BODY = 256_000;
/** Nothing is written later: the erasure of a customer relies on it. */
const OLDEST_MS = 60_000;

/** Collects what webhooks said and were answered, off their way, and writes it down in batches. */
export class WebhookRecorder {
  #waiting: WebhookNote[] = [];
  /** Of what waits, what each tenant's unverified ones take. */
  #unverified = new Map<TenantId | undefined, { notes: number; bytes: number }>();
  readonly #samples = new RefusalSamples();
  readonly #refused = new Map<WebhookReason, number>();
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

  /** How many were refused here for that reason, written down or not. */
  refused(reason: WebhookReason): number {
    return this.#refused.get(reason) ?? 0;
  }

  /** Returns at once. Of refused ones, samples are written down, and all are counted. */
  note(note: WebhookNote): void {
    const { reason } = note;
    if (reason !== undefined) this.#refused.set(reason, this.refused(reason) + 1);
    if (this.#samples.takes(note)) this.#keep(note);
    this.#plan();
  }

  #keep(note: WebhookNote): void {
    const bytes = sizeOf(note);
    const ofTenant = this.#unverified.get(note.tenantId) ?? { notes: 0, bytes: 0 };
    const isFull = this.#waiting.length >= MOST_WAITING || this.#bytes + bytes > MOST_BYTES;
    const hasShare =
      note.verified ||
      (this.#unverifiedWaiting < MOST_UNVERIFIED_IN_ALL &&
        ofTenant.notes < MOST_UNVERIFIED.notes &&
        ofTenant.bytes + bytes <= MOST_UNVERIFIED.bytes);
    if (isFull || !hasShare) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(note);
    this.#bytes += bytes;
    if (!note.verified)
      this.#unverified.set(note.tenantId, { notes: ofTenant.notes + 1, bytes: ofTenant.bytes + bytes });
  }

  get #unverifiedWaiting(): number {
    let sum = 0;
    for (const { notes } of this.#unverified.values()) sum += notes;
    return sum;
  }

  #empty(): WebhookNote[] {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    this.#unverified = new Map();
    return batch;
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
    await this.#writeCounts();
    const batch = this.#empty();
    if (batch.length === 0) return;
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

  async #writeCounts(): Promise<void> {
    const counts = this.#samples.take();
    if (counts.length === 0) return;
    try {
      await this.database.asPlatform((tx) => addRefusals(tx, counts));
    } catch (error) {
      this.log.warn({ code: codeOf(error) }, 'How many webhooks were refused could not be written');
      this.#samples.giveBack(counts);
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
    const later = this.#empty();
    const since = this.clock.now().getTime() - OLDEST_MS;
    const young = batch.filter(({ at }) => at.getTime() > since);
    this.#dropped += batch.length - young.length;
    for (const note of [...young, ...later]) this.#keep(note);
  }
}

/** PostgreSQL's; its classes 22 and 23 are faults of what was to be written. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}

const sizeOf = ({ bodyBytes, xml }: WebhookNote): number => (bodyBytes ?? LONGEST_BODY) + xml.length;
