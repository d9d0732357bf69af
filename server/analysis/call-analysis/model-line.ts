import type { Analyst, AnalystAnswer, CallToAnalyse } from '../../language-model/analyst.ts';

/** What one analysis may take, a second attempt included; then the script does it. */
const PATIENCE_MS = 30_000;
/** Jobs of one process run four at a time, and one is always left for what can't wait while a model is slow. */
const MOST_AT_ONCE = 3;

/** Asks the analyst for a bounded time, and only so much at once. */
export class ModelLine {
  #asked = 0;

  constructor(
    private readonly analyst: Analyst,
    private readonly limits = { patienceMs: PATIENCE_MS, mostAtOnce: MOST_AT_ONCE },
  ) {}

  get model(): string {
    return this.analyst.model;
  }

  get isBusy(): boolean {
    return this.#asked >= this.limits.mostAtOnce;
  }

  async ask(call: CallToAnalyse): Promise<AnalystAnswer> {
    this.#asked += 1;
    try {
      return await this.analyst.analyse(call, AbortSignal.timeout(this.limits.patienceMs));
    } finally {
      this.#asked -= 1;
    }
  }
}
