import type { Clock } from '../../infra/clock.ts';
import type { Answer } from '../../numbers/number-provider.ts';

/** An answer, and when it was given. */
export type Dated<T> = Answer<T> & { at: Date };

/** A failure is asked about again sooner: it may pass. */
const FAILURE_MS = 15_000;
/** Of one kind: as many accounts or numbers as a platform shows within minutes. */
const MOST = 1_000;

/**
 * Answers of the carrier that stay good for a while, so that pages which look again every few seconds, and several
 * people's, ask once. Who asks while an answer is under way gets that one.
 */
export class RememberedAnswers<T> {
  readonly #known = new Map<string, { until: number; answer: Promise<Dated<T>> }>();

  constructor(
    private readonly clock: Clock,
    private readonly keepMs: number,
  ) {}

  of(key: string, ask: () => Promise<Answer<T>>): Promise<Dated<T>> {
    const now = this.clock.now().getTime();
    const known = this.#known.get(key);
    if (known && known.until > now) return known.answer;
    if (this.#known.size >= MOST) this.#known.clear();
    const entry = { until: Number.POSITIVE_INFINITY, answer: this.#ask(ask) };
    this.#known.set(key, entry);
    void entry.answer.then(({ outcome, at }) => {
      entry.until = at.getTime() + (outcome === 'done' ? this.keepMs : FAILURE_MS);
    });
    return entry.answer;
  }

  async #ask(ask: () => Promise<Answer<T>>): Promise<Dated<T>> {
    const answer = await ask();
    return { ...answer, at: this.clock.now() };
  }
}
