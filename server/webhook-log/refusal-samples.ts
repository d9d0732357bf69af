import type { TenantId } from '../infra/ids.ts';
import { outcomeOf, type WebhookNote, type WebhookReason } from './webhook-note.ts';

const MINUTE_MS = 60_000;
/** Of a tenant's refusals for one reason, so many of a minute are all kept; then each time their number has doubled. */
const ALL_KEPT = 20;
/** Tenants, reasons and minutes that are counted at once: slugs that no tenant has count as one. */
const MOST_COUNTED = 5_000;

/** How often a tenant's webhooks were refused for a reason, in the minute that began then. */
export type RefusalCount = { tenantId: TenantId; reason: WebhookReason; minute: Date; amount: number };

/**
 * Decides which refused webhooks are worth a row: a flood of them must not push others out of the log. All of them are
 * counted.
 */
export class RefusalSamples {
  /** Of this minute. */
  #seen = new Map<string, number>();
  #minute = 0;
  #unwritten = new Map<string, RefusalCount>();

  /** Counts a refusal. @returns whether it is to be written down; true for what wasn't refused */
  takes({ at, tenantId, reason }: Pick<WebhookNote, 'at' | 'tenantId' | 'reason'>): boolean {
    if (reason === undefined || outcomeOf(reason) !== 'REFUSED') return true;
    const minute = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
    if (minute > this.#minute || this.#seen.size >= MOST_COUNTED) this.#seen = new Map();
    this.#minute = Math.max(this.#minute, minute);
    const key = `${tenantId} ${reason}`;
    const seen = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, seen);
    if (tenantId) this.#count({ tenantId, reason, minute: new Date(minute), amount: 1 });
    return seen <= ALL_KEPT || Number.isInteger(Math.log2(seen / ALL_KEPT));
  }

  /** What was counted since it was last taken: to be written, or given back. */
  take(): RefusalCount[] {
    const counts = [...this.#unwritten.values()];
    this.#unwritten = new Map();
    return counts;
  }

  giveBack(counts: readonly RefusalCount[]): void {
    for (const count of counts) this.#count(count);
  }

  #count(count: RefusalCount): void {
    const key = `${count.tenantId} ${count.reason} ${count.minute.getTime()}`;
    const known = this.#unwritten.get(key);
    if (known) known.amount += count.amount;
    else if (this.#unwritten.size < MOST_COUNTED) this.#unwritten.set(key, { ...count });
  }
}
