import type { Analyst, AnalystAnswer, CallToAnalyse } from '../../language-model/analyst.ts';

/** What one analysis may take, a second attempt included; then the script does it. */
const PATIENCE_MS = 30_000;
/** Waiting for a model costs next to nothing. Of the jobs that run at once (`infra/jobs.ts`), four are left to others. */
const MOST_AT_ONCE = 16;
/** Of one tenant: while all of its calls end together, another tenant's still find room. */
const MOST_OF_A_TENANT = 8;

/** The queue looks for jobs whose time has come once a second. */
const SOONEST_MS = 1_000;
/** However many wait, and however slow the model has been: it may be quicker now. */
const LATEST_MS = 60_000;
/** How much of the pace the latest answer makes up. */
const LATEST_SHARE = 0.2;

/** The calls of one tenant. */
type Queue = { asked: number; lastPlace: number };

/** Asks the analyst for a bounded time, and only so much at once. */
export class ModelLine {
  readonly #queues = new Map<string, Queue>();
  #asked = 0;
  /** How long the model has taken of late, in milliseconds. */
  #paceMs = SOONEST_MS;

  constructor(
    private readonly analyst: Analyst,
    private readonly limits = {
      patienceMs: PATIENCE_MS,
      mostAtOnce: MOST_AT_ONCE,
      mostOfATenant: MOST_OF_A_TENANT,
    },
  ) {}

  get model(): string {
    return this.analyst.model;
  }

  isBusyFor(tenantId: string): boolean {
    const { mostAtOnce, mostOfATenant } = this.limits;
    return this.#asked >= mostAtOnce || this.#queueOf(tenantId).asked >= mostOfATenant;
  }

  /**
   * When a call that found the line busy is to come again: as many at a time as the model answers, so that a thousand
   * calls don't all come to find it busy again.
   */
  placeFor(tenantId: string, now: Date): Date {
    const queue = this.#queueOf(tenantId);
    const soonest = Math.max(queue.lastPlace, now.getTime() + SOONEST_MS);
    const next = soonest + this.#paceMs / Math.max(1, this.limits.mostOfATenant);
    queue.lastPlace = Math.min(next, now.getTime() + LATEST_MS);
    this.#queues.set(tenantId, queue);
    return new Date(queue.lastPlace);
  }

  async ask({ tenantId, ...call }: CallToAnalyse & { tenantId: string }): Promise<AnalystAnswer> {
    const queue = this.#queueOf(tenantId);
    this.#queues.set(tenantId, queue);
    queue.asked += 1;
    this.#asked += 1;
    const began = performance.now();
    try {
      return await this.analyst.analyse(call, AbortSignal.timeout(this.limits.patienceMs));
    } finally {
      this.#asked -= 1;
      queue.asked -= 1;
      this.#paceMs += (performance.now() - began - this.#paceMs) * LATEST_SHARE;
      if (queue.asked === 0) this.#queues.delete(tenantId);
    }
  }

  #queueOf(tenantId: string): Queue {
    return this.#queues.get(tenantId) ?? { asked: 0, lastPlace: 0 };
  }
}
