import type OpenAI from 'openai';
import { type LanguageModel, OUT_OF_ROOM, type ReplyRequest } from '../language-model.ts';
import { readChunk } from './chunk.ts';
import { type OpenAiAccount, openAiClient } from './client.ts';
import { failureFrom, OpenAiFailure } from './failure.ts';
import { chatRequest } from './request.ts';

/** Replies from OpenAI's Chat Completions, streamed, or from any server that speaks like it. */
export class OpenAiModel implements LanguageModel {
  readonly source = 'LANGUAGE_MODEL';
  readonly name: string;
  readonly #client: OpenAI;

  constructor(account: OpenAiAccount) {
    this.#client = openAiClient(account);
    this.name = account.model;
  }

  /** @throws OpenAiFailure also where the stream ends before the model said that it was done, or `signal` aborts */
  async *reply(request: ReplyRequest, signal: AbortSignal): AsyncGenerator<string, unknown> {
    try {
      const body = chatRequest(request, this.name);
      let isComplete = false;
      let isCut = false;
      // Read to its very end, not only to the last piece: then the connection can carry the next request.
      for await (const chunk of await this.#client.chat.completions.create(body, { signal })) {
        const { text, isLast, isOutOfRoom } = readChunk(chunk);
        if (text !== '') yield text;
        isComplete ||= isLast;
        isCut ||= isOutOfRoom;
      }
      // Neither an abort nor a connection that was closed too early is an error to the client.
      if (signal.aborted) throw new OpenAiFailure('The request was aborted');
      if (!isComplete) throw new OpenAiFailure('OpenAI broke off the reply');
      return isCut ? OUT_OF_ROOM : undefined;
    } catch (error) {
      throw failureFrom(error);
    }
  }
}
