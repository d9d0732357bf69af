import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { writeError } from './openai-api-wire.ts';
import { wordsIn } from './spoken-sound.ts';

/** What becomes of a sound. */
export type TranscriptionSpec =
  | { text: string; afterMs?: number }
  /** Takes the sound and never answers. */
  | { hangs: true }
  | { status: number }
  /** 200, and something that is no transcription. */
  | { garbage: true | string }
  /** The connection breaks in the middle of the answer. */
  | { cut: true };

/** A sound as it came in. */
export type TranscriptionRequest = {
  fileName: string;
  contentType: string;
  sound: Buffer;
  /** All but the file. */
  fields: Record<string, string>;
  /** What is said in it, where the fakes made it. */
  words: string;
};

type Queued = { spec: TranscriptionSpec; when: (request: TranscriptionRequest) => boolean };

/** OpenAI's transcriptions: hears what the fakes' own sounds say, unless told otherwise. */
export class FakeTranscriptions {
  readonly requests: TranscriptionRequest[] = [];
  #queue: Queued[] = [];

  /** What becomes of the next sound, or of the next of which `when` is true. */
  next(spec: TranscriptionSpec, { when = () => true }: { when?: Queued['when'] } = {}): void {
    this.#queue.push({ spec, when });
  }

  /** Answers a request that was let in. */
  async answer(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const read = await readForm(request);
    if (!read) return writeError(response, 400, 'No file.');
    this.requests.push(read);
    const index = this.#queue.findIndex(({ when }) => when(read));
    const [queued] = index < 0 ? [] : this.#queue.splice(index, 1);
    await perform(queued?.spec ?? { text: read.words }, response, signal);
  }
}

async function perform(spec: TranscriptionSpec, response: ServerResponse, signal: AbortSignal) {
  if ('hangs' in spec) return;
  if ('status' in spec) return writeError(response, spec.status, `Told to fail with ${spec.status}.`);
  response.setHeader('content-type', 'application/json');
  if ('garbage' in spec) {
    response.end(spec.garbage === true ? '<html>Bad Gateway' : spec.garbage);
  } else if ('cut' in spec) {
    response.writeHead(200, { 'content-length': 100 }).write('{"text": "Ha', () => response.destroy());
  } else {
    if (spec.afterMs) await pause(spec.afterMs, undefined, { signal });
    response.end(JSON.stringify({ text: spec.text }));
  }
}

async function readForm(request: IncomingMessage): Promise<TranscriptionRequest | undefined> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(await buffer(request)), { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) return undefined;
  const sound = Buffer.from(await file.arrayBuffer());
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return {
    fileName: file.name,
    contentType: file.type,
    sound,
    fields: Object.fromEntries(fields),
    words: wordsIn(sound),
  };
}
