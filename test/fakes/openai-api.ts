import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Reply, scriptOf } from './openai-api-reply.ts';
import { type ChatRequest, chatRequest, type RecordedRequest, RequestLog } from './openai-api-requests.ts';
import { FakeTranscriptions } from './openai-api-transcriptions.ts';
import { stream, writeError, writeWhole } from './openai-api-wire.ts';

export type { Reply, ReplySpec } from './openai-api-reply.ts';
export { type ChatRequest, lastUserWords, type RecordedRequest } from './openai-api-requests.ts';

type Queued = { reply: Reply; when: (body: ChatRequest) => boolean };

/** OpenAI's Chat Completions and transcriptions over a real socket, doing what a test tells it, at the pace it tells. */
export class FakeOpenAi {
  /** A key that is refused; any other is taken. */
  rejectKey: string | undefined;
  readonly transcriptions = new FakeTranscriptions();
  readonly #server: Server;
  readonly #log = new RequestLog();
  readonly #stopping = new AbortController();
  /** Replies that we broke off ourselves. */
  readonly #cut = new WeakSet<ServerResponse>();
  #queue: Queued[] = [];
  #default: Reply = { text: 'Certainly. How else can I help you?' };

  private constructor(rejectKey: string | undefined) {
    this.rejectKey = rejectKey;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start({ rejectKey }: { rejectKey?: string } = {}): Promise<FakeOpenAi> {
    const fake = new FakeOpenAi(rejectKey);
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  /** For OPENAI_BASE_URL. */
  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** All that were well-formed, also those that were refused, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#log.requests;
  }

  /** Answers the next request, or the next one of which `when` is true; in the order in which they were queued. */
  nextReply(reply: Reply, { when = () => true }: { when?: Queued['when'] } = {}): void {
    this.#queue.push({ reply, when });
  }

  /** Answers every request for which nothing is queued. */
  defaultReply(reply: Reply): void {
    this.#default = reply;
  }

  /** Resolves once `count` requests have come in since the start. */
  untilRequests(count: number): Promise<void> {
    return this.#log.until(count, () => true);
  }

  /** Resolves once clients have broken off `count` requests since the start. */
  untilAborted(count: number): Promise<void> {
    return this.#log.until(count, ({ aborted }) => aborted);
  }

  /** Breaks off whatever goes on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    try {
      await this.#reply(request, response, AbortSignal.any([leaving.signal, this.#stopping.signal]));
    } catch (error) {
      // A client that breaks off gets no more; anything else is a fault in a test's own reply.
      if (!leaving.signal.aborted && !this.#stopping.signal.aborted)
        writeError(response, 500, `Fake: ${error}`);
    }
  }

  async #reply(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const refusal = this.#refusal(request.headers.authorization);
    if (request.url === '/v1/audio/transcriptions') {
      if (refusal) return writeError(response, 401, refusal);
      return this.transcriptions.answer(request, response, signal);
    }
    const parsed = chatRequest.safeParse(jsonIn(await text(request)));
    if (parsed.success)
      this.#record({ headers: request.headers, body: parsed.data, aborted: false }, response);
    if (refusal) return writeError(response, 401, refusal);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      return writeError(response, 404, `Invalid URL (${request.method} ${request.url})`);
    }
    if (!parsed.success) return writeError(response, 400, parsed.error.message);
    await this.#perform(this.#take(parsed.data), parsed.data, response, signal);
  }

  #refusal(authorization: string | undefined): string | undefined {
    const [, key] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
    if (key === undefined) return "You didn't provide an API key.";
    return key === this.rejectKey ? 'Incorrect API key provided.' : undefined;
  }

  #record(recorded: RecordedRequest, response: ServerResponse): void {
    response.once('close', () => {
      const isOurDoing = this.#cut.has(response) || this.#stopping.signal.aborted;
      if (response.writableFinished || isOurDoing) return;
      recorded.aborted = true;
      this.#log.changed();
    });
    this.#log.add(recorded);
  }

  #take(body: ChatRequest): Reply {
    const index = this.#queue.findIndex(({ when }) => when(body));
    const [queued] = index < 0 ? [] : this.#queue.splice(index, 1);
    return queued?.reply ?? this.#default;
  }

  async #perform(
    reply: Reply,
    body: ChatRequest,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    const script = scriptOf(typeof reply === 'function' ? reply(body) : reply);
    switch (script.kind) {
      case 'hangs':
        return;
      case 'fails':
        return writeError(
          response,
          script.status,
          `Told to fail with ${script.status}.`,
          script.retryAfterSeconds,
        );
      case 'garbage':
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html>\u0000 502 data: {"choices": [ Bad Gateway');
        return;
      case 'writes':
        await (body.stream ? stream : writeWhole)(response, body, script, signal);
        if (script.ending === 'cut') this.#breakOff(response);
    }
  }

  /** Breaks the connection once all that was written has left. */
  #breakOff(response: ServerResponse): void {
    this.#cut.add(response);
    if (response.headersSent) response.write('\n', () => response.socket?.destroy());
    else response.socket?.destroy();
  }
}

function jsonIn(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}
