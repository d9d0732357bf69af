import { retry } from '../../infra/async/retry.ts';
import type { Log } from '../../infra/log.ts';
import type { CallerInput, HeardInput } from '../call-event.ts';
import type { PendingTranscription } from './pending-transcription.store.ts';
import type { RecordedSpeech } from './recorded-speech.ts';

/** What a recording came to: the words, which may be none, or that they can't be had. */
export type Heard = { words: string } | 'failed';

/** What was heard, in place of the recording that was taken. */
export function heardInput(
  words: string,
  { turn, bodyHash, repeatsWithoutTurn }: Pick<CallerInput, 'turn' | 'bodyHash' | 'repeatsWithoutTurn'>,
): HeardInput {
  const delivery = { turn, bodyHash, repeatsWithoutTurn };
  if (words === '') return { kind: 'stayedSilent', ...delivery };
  return { kind: 'spoke', words, confidence: undefined, ...delivery };
}

/** How long what was heard is tried to be stored while the database is away; after that a job does it. */
const STORING = { firstPauseMs: 50, longestPauseMs: 1_000, budgetMs: 8_000 };

/** Has callers' turns transcribed, one task each. */
export class TurnTranscriber {
  readonly #unfinished = new Set<Promise<void>>();

  /** @param speech undefined where nothing is there to transcribe with */
  constructor(
    private readonly speech: Pick<RecordedSpeech, 'wordsOf'> | undefined,
    private readonly log: Log,
  ) {}

  /**
   * Begins to listen.
   * @param store takes what was heard; called again where it throws
   */
  start(turn: PendingTranscription, store: (heard: Heard) => Promise<void>): void {
    const done = this.#hear(turn, store).finally(() => this.#unfinished.delete(done));
    this.#unfinished.add(done);
  }

  /** Resolves once nothing is being listened to. */
  async drain(): Promise<void> {
    await Promise.allSettled(this.#unfinished);
  }

  /** What was said, for a webhook that waits for the words itself. */
  async wordsOf(turn: PendingTranscription): Promise<Heard> {
    try {
      if (!this.speech) throw new Error('There is no OPENAI_API_KEY to transcribe with.');
      return { words: await this.speech.wordsOf(turn) };
    } catch (err) {
      const { callId, number } = turn.key;
      this.log.warn({ err, callId, turn: number }, 'What a caller said could not be transcribed');
      return 'failed';
    }
  }

  async #hear(turn: PendingTranscription, store: (heard: Heard) => Promise<void>): Promise<void> {
    const heard = await this.wordsOf(turn);
    const onFailure = (err: unknown, attempt: number) =>
      this.log.error({ err, callId: turn.key.callId, attempt }, 'What was heard could not be stored');
    await retry(() => store(heard), { ...STORING, onFailure }).catch(() => undefined);
  }
}
