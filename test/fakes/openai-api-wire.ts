import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pace, Writing } from './openai-api-reply.ts';
import type { ChatRequest } from './openai-api-requests.ts';

const CREATED = 1_793_000_000;

/** Writes a completion as OpenAI streams it, one server-sent event a token. Stops when `signal` aborts; leaves a
 * reply that hangs or is cut as it is, on an open connection. */
export async function stream(
  response: ServerResponse,
  body: ChatRequest,
  script: Writing,
  signal: AbortSignal,
): Promise<void> {
  const wantsUsage = body.stream_options?.include_usage === true;
  const frame = { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: CREATED, model: body.model };
  const send = (choices: object[], usage: object | null = null) =>
    write(
      response,
      `data: ${JSON.stringify({ ...frame, choices, ...(wantsUsage ? { usage } : {}) })}\n\n`,
      signal,
    );
  const sendDelta = (delta: object, finish_reason: string | null = null) =>
    send([{ index: 0, delta, logprobs: null, finish_reason }]);
  const open = async () => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    await sendDelta({ role: 'assistant', content: script.field === 'content' ? '' : null, refusal: null });
  };

  let written = 0;
  for await (const token of paced(script.tokens, script.pace, signal)) {
    if (written === 0) await open();
    await sendDelta({ [script.field]: token });
    written += 1;
  }
  if (written === 0) await open();
  if (script.ending === 'hang' || script.ending === 'cut') return;
  await sendDelta({}, script.ending);
  if (wantsUsage) await send([], usage(written));
  response.end('data: [DONE]\n\n');
}

/** Writes a completion in one piece. One without an end, or that hangs, never comes. */
export async function writeWhole(
  response: ServerResponse,
  body: ChatRequest,
  script: Writing,
  signal: AbortSignal,
) {
  const tokens: string[] = [];
  for await (const token of paced(script.tokens, script.pace, signal)) tokens.push(token);
  if (script.ending === 'hang' || script.ending === 'cut') return;
  const text = tokens.join('');
  const message = { role: 'assistant', content: null, refusal: null, annotations: [], [script.field]: text };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: script.ending }];
  const frame = { id: 'chatcmpl-fake', object: 'chat.completion', created: CREATED, model: body.model };
  writeJson(response, 200, { ...frame, choices, usage: usage(tokens.length) });
}

/** An error as OpenAI words it. */
export function writeError(
  response: ServerResponse,
  status: number,
  message: string,
  retryAfterSeconds?: number,
): void {
  const type = status >= 500 ? 'server_error' : status === 429 ? 'requests' : 'invalid_request_error';
  const code = status === 401 ? 'invalid_api_key' : status === 429 ? 'rate_limit_exceeded' : null;
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', `${retryAfterSeconds}`);
  writeJson(response, status, { error: { message, type, param: null, code } });
}

function writeJson(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
}

async function* paced(tokens: Iterable<string>, pace: Pace, signal: AbortSignal): AsyncGenerator<string> {
  if (pace.firstTokenAfterMs) await pause(pace.firstTokenAfterMs, undefined, { signal });
  let isFirst = true;
  for (const token of tokens) {
    if (pace.tokensPerSecond && !isFirst) await pause(1_000 / pace.tokensPerSecond, undefined, { signal });
    isFirst = false;
    yield token;
  }
}

async function write(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!response.write(text)) await once(response, 'drain', { signal });
}

const usage = (tokens: number) => ({
  prompt_tokens: 100,
  completion_tokens: tokens,
  total_tokens: 100 + tokens,
});
