import type { Clock } from '../infra/clock.ts';
import type { LanguageModel, ReplyRequest } from './language-model.ts';

/** How the language model did lately. */
export type ModelState =
  | { state: 'not configured' }
  | { state: 'untried' }
  | { state: 'works'; at: Date }
  | { state: 'fails'; at: Date; kind: 'refused' | 'out of quota' | 'slow down' | 'unreachable' | 'other' };

type FailureKind = Extract<ModelState, { state: 'fails' }>['kind'];

/** A language model that remembers how its last reply went, for the setup guide. Each process remembers its own. */
export class WatchedModel implements LanguageModel {
  readonly source: LanguageModel['source'];
  readonly name: LanguageModel['name'];
  #state: ModelState;

  constructor(
    private readonly model: LanguageModel,
    private readonly clock: Clock,
  ) {
    this.source = model.source;
    this.name = model.name;
    this.#state = model.source === 'SCRIPTED' ? { state: 'not configured' } : { state: 'untried' };
  }

  get state(): ModelState {
    return this.#state;
  }

  async *reply(request: ReplyRequest, signal: AbortSignal): AsyncGenerator<string, unknown> {
    try {
      const end = yield* this.model.reply(request, signal);
      this.#note({ state: 'works', at: this.clock.now() });
      return end;
    } catch (error) {
      // A caller who hung up is no fault of the model's.
      if (!signal.aborted) this.#note({ state: 'fails', at: this.clock.now(), kind: kindOf(error) });
      throw error;
    }
  }

  #note(state: ModelState): void {
    if (this.#state.state !== 'not configured') this.#state = state;
  }
}

function kindOf(error: unknown): FailureKind {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (code === 'insufficient_quota') return 'out of quota';
  if (status === 401 || status === 403) return 'refused';
  if (status === 429) return 'slow down';
  return status === undefined ? 'unreachable' : 'other';
}
