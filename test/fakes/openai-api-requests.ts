import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const message = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()]).optional(),
});

/** What a chat completion must bring; the rest of the body is kept as it came. */
export const chatRequest = z.looseObject({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
});

export type ChatRequest = z.infer<typeof chatRequest>;

/** One request to the model, as it came in. */
export type RecordedRequest = {
  headers: IncomingHttpHeaders;
  body: ChatRequest;
  /** Whether the client closed the connection before the reply was complete. */
  aborted: boolean;
};

/** What the last line of a prompt says, where that is the caller's. */
export function lastUserWords({ messages }: ChatRequest): string {
  const last = messages.at(-1);
  return last?.role === 'user' && typeof last.content === 'string' ? last.content : '';
}

/** Remembers requests, and tells those who wait when there are enough of a kind. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  #waiting: { isMet: () => boolean; resolve: () => void }[] = [];

  add(request: RecordedRequest): void {
    this.requests.push(request);
    this.changed();
  }

  /** To be called after a request has changed. */
  changed(): void {
    const met = this.#waiting.filter(({ isMet }) => isMet());
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting));
    for (const { resolve } of met) resolve();
  }

  /** Resolves as soon as `count` requests are such. */
  until(count: number, isSuch: (request: RecordedRequest) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ isMet: () => this.requests.filter(isSuch).length >= count, resolve });
      this.changed();
    });
  }
}
