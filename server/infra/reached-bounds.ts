/** Bounds that are a tenant's, by the names that metrics have for them. */
export const BOUND_NAMES = [
  'new_calls_a_minute',
  'calls_at_once',
  'model_turns_a_day',
  'analysis_tokens_a_day',
  'recording_megabytes_a_day',
] as const;
export type BoundName = (typeof BOUND_NAMES)[number];

/** How often something met a bound in this process, since its start. */
export class ReachedBounds {
  readonly #counts = new Map<BoundName, number>();

  note(bound: BoundName): void {
    this.#counts.set(bound, this.of(bound) + 1);
  }

  of(bound: BoundName): number {
    return this.#counts.get(bound) ?? 0;
  }
}
