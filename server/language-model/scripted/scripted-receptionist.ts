import { loadLanguage } from '../../understanding/intents/words.ts';
import type { LanguageModel, ReplyRequest } from '../language-model.ts';
import { replyIn } from './reply.ts';
import { readSituation } from './situation.ts';

/**
 * Answers without a language model: from the persona's facts, and by taking names and wishes. It knows nothing but
 * the request, so any process can answer any turn. Limited, and never lost for a sentence.
 */
export class ScriptedReceptionist implements LanguageModel {
  readonly source = 'SCRIPTED';

  constructor() {
    // Now, and not while the first caller waits.
    loadLanguage();
  }

  async *reply(request: ReplyRequest, signal: AbortSignal): AsyncGenerator<string> {
    for (const sentence of replyIn(readSituation(request))) {
      signal.throwIfAborted();
      yield `${sentence} `;
    }
  }
}
