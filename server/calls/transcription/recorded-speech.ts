import type { Transcriber } from '../../language-model/transcriber.ts';
import type { Budgets } from '../budgets.ts';
import type { FetchesSpeech } from '../call-recording.ts';
import type { PendingTranscription } from './pending-transcription.store.ts';

/** More than is said in minutes without a pause, in characters. */
const MOST_CHARACTERS = 5_000;

/** Has recordings fetched and transcribed. */
export class RecordedSpeech {
  constructor(
    private readonly fetchSpeech: FetchesSpeech,
    private readonly transcriber: Transcriber,
    private readonly budgets: Pick<Budgets, 'fetchMs' | 'hearingMs'>,
  ) {}

  /** What was said; empty where nothing was. @throws whatever went wrong, after `hearingMs` at the latest */
  async wordsOf({ key, recording, language }: PendingTranscription): Promise<string> {
    const signal = AbortSignal.timeout(this.budgets.hearingMs);
    const speech = await this.fetchSpeech(key, recording, { ms: this.budgets.fetchMs });
    const words = await this.transcriber.transcribe({ ...speech, language }, signal);
    // A character outside the basic plane isn't cut in two.
    return words.slice(0, MOST_CHARACTERS).replace(/\p{Cs}$/u, '');
  }
}
