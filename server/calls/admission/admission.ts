import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TenantId } from '../../infra/ids.ts';
import { type CallIdentity, callKey } from '../call-event.ts';
import { admits } from './admits.ts';
import { type CallLimit, isSlow, NO_LIMIT, nextLimit, TELLING } from './call-limit.ts';
import type { CallBound } from './flood.ts';

/** How often the limit is looked at again, in milliseconds. */
const LOOK_MS = 250;
/** A call that was heard of so lately takes part in what there is to do. */
const ACTIVE_MS = 30_000;
/** By then, a call of which nothing was heard here goes on at another process, or is over. */
const FORGOTTEN_AFTER_MS = 120_000;
/** For so long after the database has said so, a tenant's unverified calls count as too many without asking it. */
const FLOODED_FOR_MS = 1_000;
/** How finely timers' lateness is measured, in milliseconds. */
const RESOLUTION_MS = 10;
/** Refused callers that are remembered until they hang up. */
const MOST_REFUSED = 10_000;
/** Few turns are gathered for so many looks until they tell something. */
const MOST_LOOKS_KEPT = 8;

type SeenCall = { tenantId: TenantId; seenAt: number };

/**
 * How many calls this process takes at once, measured from how long callers wait because of us. Calls in progress
 * always go on; new ones hear that the lines are busy once those in progress suffer.
 */
export class Admission {
  #limit: CallLimit;
  #turnedAway = 0;
  #lateWordsDropped = 0;
  #isSlow = false;
  readonly #calls = new Map<string, SeenCall>();
  /** Those of which something was heard lately, as of the last look and what has come since. */
  #active = 0;
  #activeOf = new Map<string, number>();
  /** Turns that were taken since they were last counted, and those that are being taken. */
  #taking: number[] = [];
  readonly #underWay = new Set<{ began: number }>();
  #looksKept = 0;
  /** Calls that were turned away: what else is told of them is nothing to be stored. */
  readonly #refused = new Map<string, number>();
  /** Tenants whose unverified calls were too many just now, by which bound, and until when that is believed. */
  readonly #floods = new Map<TenantId, { bound: CallBound; until: number }>();
  readonly #lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #timer: NodeJS.Timeout | undefined;
  readonly #now: () => number;

  /** @param now milliseconds that only go forward */
  constructor({ most = NO_LIMIT.most, now = () => performance.now() } = {}) {
    this.#limit = { ...NO_LIMIT, most };
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
      open: this.#active,
      limit: this.#limit.most,
      turnedAway: this.#turnedAway,
      lateWordsDropped: this.#lateWordsDropped,
    };
  }

  /** Whether a caller who has just called is let in; one who was let in stays so. */
  admits(call: CallIdentity): boolean {
    const openOfTenant = this.#activeOf.get(call.tenant.id) ?? 0;
    const tenants = this.#activeOf.size + (openOfTenant === 0 ? 1 : 0);
    const isIn =
      this.#calls.has(callKey(call)) ||
      admits({
        ...{ limit: this.#limit.most, open: this.#active },
        ...{ openOfTenant, tenants, verified: call.verified },
      });
    if (!isIn) {
      this.#turnedAway += 1;
      this.#refuse(callKey(call));
    }
    return isIn;
  }

  /** Whether that call was turned away here, and hasn't come in since. */
  isRefused(call: CallIdentity): boolean {
    return this.#refused.has(callKey(call));
  }

  /**
   * The bound that a call which has just come meets, as far as this process remembers: a flood isn't worth a transaction
   * for each. A call that it knows, and a verified one, meets none.
   */
  floodMetBy(call: CallIdentity): CallBound | undefined {
    const flood = this.#floods.get(call.tenant.id);
    const isMet = !call.verified && flood && flood.until > this.#now() && !this.#calls.has(callKey(call));
    return isMet ? flood.bound : undefined;
  }

  /** Notes that a call was turned away, as there are too many unverified ones of its tenant. */
  turnedAway(call: CallIdentity, bound: CallBound, isFresh: boolean): void {
    if (isFresh) this.#floods.set(call.tenant.id, { bound, until: this.#now() + FLOODED_FOR_MS });
    this.ended(call);
    this.#refuse(callKey(call));
  }

  /** Notes that a call goes on here. */
  saw(call: CallIdentity): void {
    const key = callKey(call);
    const known = this.#calls.get(key);
    const seenAt = this.#now();
    this.#refused.delete(key);
    if (known) known.seenAt = seenAt;
    else {
      this.#calls.set(key, { tenantId: call.tenant.id, seenAt });
      this.#count(call.tenant.id, 1);
    }
  }

  /** Notes that a call goes on that is known here already: nothing was found out about one that isn't. */
  sawAgain(call: CallIdentity): void {
    if (this.#calls.has(callKey(call))) this.saw(call);
  }

  /** Notes that a call is over. */
  ended(call: CallIdentity): void {
    const known = this.#calls.get(callKey(call));
    if (!known) return;
    this.#calls.delete(callKey(call));
    if (this.#isActive(known)) this.#count(known.tenantId, -1);
  }

  /** Notes that words came so late, or so often, after a call that they weren't kept. */
  droppedLateWords(): void {
    this.#lateWordsDropped += 1;
  }

  /** Notes that a turn is being taken. @returns notes that it is, or that it failed */
  takes(): () => void {
    const turn = { began: performance.now() };
    this.#underWay.add(turn);
    return () => {
      if (this.#underWay.delete(turn)) this.#taking.push(performance.now() - turn.began);
    };
  }

  /** Whether calls have to wait because of us: then work that can wait is put off. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#lag.disable();
    this.#isSlow = false;
  }

  /** Counts anew, and moves the limit by how this process did since the last look. */
  look(): void {
    this.#active = 0;
    this.#activeOf = new Map();
    for (const [key, call] of this.#calls) {
      if (call.seenAt < this.#now() - FORGOTTEN_AFTER_MS) this.#calls.delete(key);
      else if (this.#isActive(call)) this.#count(call.tenantId, 1);
    }
    for (const [id, { until }] of this.#floods) if (until <= this.#now()) this.#floods.delete(id);
    for (const [key, at] of this.#refused) {
      // They stand in the order in which they were refused last.
      if (at >= this.#now() - FORGOTTEN_AFTER_MS) break;
      this.#refused.delete(key);
    }
    // A reset forgets the tick before it: no sample at all means that one turn of the loop took the whole look.
    const isStuck = this.#timer !== undefined && this.#lag.count === 0;
    const lagMs = isStuck ? LOOK_MS : Math.max(0, this.#lag.percentile(90) / 1e6 - RESOLUTION_MS);
    this.#lag.reset();
    const { taken, takingMs } = this.#takingLately();
    const measured = { lagMs, takingMs, taken, active: this.#active };
    this.#limit = nextLimit(this.#limit, measured);
    this.#isSlow = isSlow(measured);
  }

  /** Turns that hang count with the time that they have taken so far; few turns are counted over several looks. */
  #takingLately(): { taken: number; takingMs: number } {
    const hanging = [...this.#underWay].map(({ began }) => performance.now() - began);
    const all = [...this.#taking, ...hanging.filter((ms) => ms > LOOK_MS)];
    this.#looksKept += 1;
    if (all.length >= TELLING || this.#looksKept >= MOST_LOOKS_KEPT) {
      this.#taking = [];
      this.#looksKept = 0;
    }
    return { taken: all.length, takingMs: all.reduce((sum, ms) => sum + ms, 0) / Math.max(1, all.length) };
  }

  /** Remembers the latest refusals: a flood of callers fills no memory. */
  #refuse(key: string): void {
    this.#refused.delete(key);
    this.#refused.set(key, this.#now());
    const [oldest] = this.#refused.keys();
    if (this.#refused.size > MOST_REFUSED && oldest !== undefined) this.#refused.delete(oldest);
  }

  #isActive({ seenAt }: SeenCall): boolean {
    return seenAt >= this.#now() - ACTIVE_MS;
  }

  #count(tenantId: TenantId, change: 1 | -1): void {
    this.#active += change;
    const left = (this.#activeOf.get(tenantId) ?? 0) + change;
    if (left > 0) this.#activeOf.set(tenantId, left);
    else this.#activeOf.delete(tenantId);
  }
}
