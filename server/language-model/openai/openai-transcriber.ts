import type OpenAI from 'openai';
import { z } from 'zod';
import type { Transcriber, Utterance } from '../transcriber.ts';
import { type OpenAiAccount, openAiClient } from './client.ts';
import { failureFrom, OpenAiFailure } from './failure.ts';

/** What we read of a transcription (platform.openai.com, "Create transcription"). */
const transcription = z.looseObject({ text: z.string() });

/** OpenAI tells the format by the file's name. */
const EXTENSIONS = { 'audio/mpeg': 'mp3', 'audio/wav': 'wav', 'audio/ogg': 'ogg' } as const;

/** Transcriptions by OpenAI, or by any server that speaks like it. */
export class OpenAiTranscriber implements Transcriber {
  readonly #client: OpenAI;
  readonly #model: string;

  constructor(account: OpenAiAccount) {
    this.#client = openAiClient(account);
    this.#model = account.model;
  }

  /** @throws OpenAiFailure */
  async transcribe(utterance: Utterance, signal: AbortSignal): Promise<string> {
    // The client's own forms only go with Node's fetch, so the form is encoded here.
    const form = new Response(formOf(utterance, this.#model));
    const headers = { 'content-type': form.headers.get('content-type') };
    try {
      const body = await form.arrayBuffer();
      const sent = await this.#client.post('/audio/transcriptions', { body, headers, signal });
      const read = transcription.safeParse(sent);
      if (!read.success) throw new OpenAiFailure('OpenAI sent what is no transcription');
      return storable(read.data.text);
    } catch (error) {
      throw failureFrom(error);
    }
  }
}

function formOf({ sound, contentType, language }: Utterance, model: string): FormData {
  const form = new FormData();
  const file = new Blob([new Uint8Array(sound)], { type: contentType });
  form.append('file', file, `speech.${EXTENSIONS[contentType]}`);
  form.append('model', model);
  form.append('response_format', 'json');
  const code = languageCode(language);
  if (code !== undefined) form.append('language', code);
  return form;
}

/** ISO 639-1, which is all that the parameter takes; a language without such a code is left to be recognised. */
function languageCode(tag: string): string | undefined {
  try {
    const { language } = new Intl.Locale(tag);
    return language.length === 2 ? language : undefined;
  } catch {
    return undefined;
  }
}

/** Neither control characters nor halves of a pair, which no database keeps. */
const storable = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
