import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { Log } from '../infra/log.ts';
import { noteRefusal, noteUnknownSlug, noteWrongNetwork } from './rejected-webhooks.store.ts';

/** A webhook that leads nowhere. */
export type Refusal =
  | { why: 'unknown slug' | 'network'; slug: string }
  | { why: 'signature' | 'key' | 'unverified'; tenantId: TenantId };

/** The same refusal is written this often at most: a sender that knocks all day costs a statement a minute. */
const EVERY_MS = 60_000;
/** Different ones, in this process and in the table: addresses are guessed by the thousand. */
const MOST = 500;

/** Remembers refused webhooks, off the way of those that are answered. */
export class RejectedWebhooks {
  readonly #written = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Returns at once; what can't be written is only logged. */
  note(refusal: Refusal): void {
    const now = this.clock.now();
    const key = `${refusal.why} ${'slug' in refusal ? refusal.slug : refusal.tenantId}`;
    if (now.getTime() - (this.#written.get(key) ?? 0) < EVERY_MS) return;
    if (this.#written.size >= MOST) this.#written.clear();
    this.#written.set(key, now.getTime());
    this.database
      .asPlatform((tx) => write(tx, refusal, now))
      .catch((err: unknown) => this.log.warn({ err }, 'A refused webhook could not be noted'));
  }
}

function write(tx: Tx, refusal: Refusal, now: Date): Promise<void> {
  switch (refusal.why) {
    case 'unknown slug':
      return noteUnknownSlug(tx, refusal.slug, { now, most: MOST });
    case 'network':
      return noteWrongNetwork(tx, refusal.slug, now);
    case 'signature':
    case 'key':
    case 'unverified':
      return noteRefusal(tx, refusal, now);
    default:
      return assertNever(refusal);
  }
}
