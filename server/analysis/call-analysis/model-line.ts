import { Semaphore } from '../../infra/async/semaphore.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Analyst, AnalystAnswer, CallToAnalyse } from '../../language-model/analyst.ts';

/** What one analysis may take, a second attempt included; then the script does it. */
const PATIENCE_MS = 30_000;
/** Waiting for a model costs next to nothing. Of the jobs that run at once (`infra/jobs/jobs.ts`), four are left to others. */
const MOST_AT_ONCE = 16;
/** Of one tenant: while all of its calls end together, another tenant's still find room. */
const MOST_OF_A_TENANT = 8;
/** Of unverified calls: whatever strangers invent, a tenant's other calls, and other tenants', find room. */
const UNVERIFIED = { mostAtOnce: 12, mostOfATenant: 4 };

/** Whose call it is, and whether it is known to come from the carrier. */
type Asker = { tenantId: TenantId; verified: boolean };

/** The queue looks for jobs whose time has come once a second. */
const SOONEST_MS = 1_000;
/** However many wait, and however slow the model has been: it may be quicker now. */
const LATEST_MS = 60_000;
/** How much of the pace the latest answer makes up. */
const LATEST_SHARE = 0.2;

/** Asks the analyst for a bounded time, and only so much at once. */
export class ModelLine {
  readonly #places: Semaphore;
  readonly #unverifiedPlaces: Semaphore;
  /** When the last such call of a tenant's that found no place comes again, in milliseconds. */
  readonly #lastPlace = new Map<string, number>();
  /** How long the model has taken of late, in milliseconds. */
  #paceMs = SOONEST_MS;

  constructor(
    private readonly analyst: Analyst,
    private readonly limits = {
      patienceMs: PATIENCE_MS,
      mostAtOnce: MOST_AT_ONCE,
      mostOfATenant: MOST_OF_A_TENANT,
      unverified: UNVERIFIED,
    },
  ) {
    this.#places = new Semaphore({ places: limits.mostAtOnce, placesEach: limits.mostOfATenant });
    const { mostAtOnce, mostOfATenant } = limits.unverified;
    this.#unverifiedPlaces = new Semaphore({ places: mostAtOnce, placesEach: mostOfATenant });
  }

  get model(): string {
    return this.analyst.model;
  }

  isBusyFor({ tenantId, verified }: Asker): boolean {
    return this.#places.isFull(tenantId) || (!verified && this.#unverifiedPlaces.isFull(tenantId));
  }

  /**
   * When a call that found the line busy is to come again: as many at a time as the model answers, so that a thousand
   * calls don't all come to find it busy again.
   */
  placeFor({ tenantId, verified }: Asker, now: Date): Date {
    const asker = `${tenantId} ${verified}`;
    const { mostOfATenant } = verified ? this.limits : this.limits.unverified;
    for (const [id, place] of this.#lastPlace) if (place < now.getTime()) this.#lastPlace.delete(id);
    const soonest = Math.max(this.#lastPlace.get(asker) ?? 0, now.getTime() + SOONEST_MS);
    const next = soonest + this.#paceMs / Math.max(1, mostOfATenant);
    const place = Math.min(next, now.getTime() + LATEST_MS);
    this.#lastPlace.set(asker, place);
    return new Date(place);
  }

  /** Takes a place until the answer is there: to be asked where the line isn't busy. */
  async ask({ tenantId, verified, ...call }: CallToAnalyse & Asker): Promise<AnalystAnswer> {
    using _ = this.#places.tryEnter(tenantId);
    using _unverified = verified ? undefined : this.#unverifiedPlaces.tryEnter(tenantId);
    const began = performance.now();
    try {
      return await this.analyst.analyse(call, AbortSignal.timeout(this.limits.patienceMs));
    } finally {
      this.#paceMs += (performance.now() - began - this.#paceMs) * LATEST_SHARE;
    }
  }
}
