import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type CallIdentity, callKey } from '../call-event.ts';
import { admits } from './admits.ts';
import { FIRST_LIMIT, isSlow, nextLimit } from './call-limit.ts';

/** How often the limit is looked at again, in milliseconds. */
const LOOK_MS = 250;
/** By then, a call of which nothing was heard here goes on at another process, or is over. */
const FORGOTTEN_AFTER_MS = 120_000;
/** How finely timers' lateness is measured, in milliseconds. */
const RESOLUTION_MS = 10;
/** Late work waits no longer than this for a quieter moment. */
const LONGEST_WAIT_MS = 30_000;

type OpenCall = { tenantId: string; seenAt: number };

/**
 * How many calls this process takes at once, measured from how long callers wait because of us. Calls in progress
 * always go on; new ones hear that the lines are busy once those in progress would suffer.
 */
export class Admission {
  #limit: number;
  #turnedAway = 0;
  #lateWordsDropped = 0;
  #isSlow = false;
  readonly #open = new Map<string, OpenCall>();
  readonly #byTenant = new Map<string, number>();
  #taking: number[] = [];
  readonly #lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #timer: NodeJS.Timeout | undefined;

  readonly #now: () => number;

  /** @param now milliseconds that only go forward */
  constructor({ firstLimit = FIRST_LIMIT, now = () => performance.now() } = {}) {
    this.#limit = firstLimit;
    this.#now = now;
  }

  /** Begins to measure, until closed. */
  start(): void {
    this.#lag.enable();
    this.#timer = setInterval(() => this.look(), LOOK_MS);
    this.#timer.unref();
  }

  /** For metrics: calls under way here and how many may be; what was turned away or dropped since the start. */
  get figures(): { open: number; limit: number; turnedAway: number; lateWordsDropped: number } {
    return {
      open: this.#open.size,
      limit: this.#limit,
      turnedAway: this.#turnedAway,
      lateWordsDropped: this.#lateWordsDropped,
    };
  }

  /** Whether a caller who has just called is let in; one who was let in stays so. */
  admits(call: CallIdentity): boolean {
    const key = callKey(call);
    const openOfTenant = this.#byTenant.get(call.tenant.id) ?? 0;
    const tenants = this.#byTenant.size + (openOfTenant === 0 ? 1 : 0);
    const { size: open } = this.#open;
    const isIn = this.#open.has(key) || admits({ limit: this.#limit, open, openOfTenant, tenants });
    if (!isIn) this.#turnedAway += 1;
    return isIn;
  }

  /** Notes that a call goes on here. */
  saw(call: CallIdentity): void {
    const key = callKey(call);
    const known = this.#open.get(key);
    if (known) known.seenAt = this.#now();
    else {
      this.#open.set(key, { tenantId: call.tenant.id, seenAt: this.#now() });
      this.#byTenant.set(call.tenant.id, (this.#byTenant.get(call.tenant.id) ?? 0) + 1);
    }
  }

  /** Notes that a call is over. */
  ended(call: CallIdentity): void {
    this.#forget(callKey(call));
  }

  /** Notes that words came so late, or so often, after a call that they weren't kept. */
  droppedLateWords(): void {
    this.#lateWordsDropped += 1;
  }

  /** Notes how long it took to take a turn, in milliseconds. */
  took(ms: number): void {
    this.#taking.push(ms);
  }

  /** Resolves once calls don't have to wait because of us, at the latest after 30 s: for work that can wait. */
  async quiet(): Promise<void> {
    const until = this.#now() + LONGEST_WAIT_MS;
    while (this.#isSlow && this.#now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#lag.disable();
  }

  /** Moves the limit by how this process did since the last look. */
  look(): void {
    const lagMs = Math.max(0, this.#lag.percentile(90) / 1e6 - RESOLUTION_MS);
    this.#lag.reset();
    const takingMs = this.#taking.reduce((sum, ms) => sum + ms, 0) / Math.max(1, this.#taking.length);
    this.#taking = [];
    const measured = { lagMs, takingMs, open: this.#open.size };
    this.#limit = nextLimit(this.#limit, measured);
    this.#isSlow = isSlow(measured);
    for (const [key, { seenAt }] of this.#open) {
      // They stand in the order in which they were opened, not seen: all are looked at.
      if (seenAt < this.#now() - FORGOTTEN_AFTER_MS) this.#forget(key);
    }
  }

  #forget(key: string): void {
    const call = this.#open.get(key);
    if (!call) return;
    this.#open.delete(key);
    const left = (this.#byTenant.get(call.tenantId) ?? 1) - 1;
    if (left > 0) this.#byTenant.set(call.tenantId, left);
    else this.#byTenant.delete(call.tenantId);
  }
}
