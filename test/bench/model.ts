import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

// Chat Completions in a process of its own, so that its work isn't counted as the server's. Begins to answer after
// MODEL_MS, then writes as quickly as it is read. A reply holds the number that the caller last said: a caller that
// hears it has been answered, and this turn, not another.

const afterMs = Number(process.env.MODEL_MS ?? 0);

type Asked = { stream?: boolean; model: string; messages: { role: string; content: string }[] };

const server = createServer(async (request, response) => {
  const asked = JSON.parse(await text(request)) as Asked;
  if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
  if (asked.stream) stream(asked, response);
  else analyse(asked, response);
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
server.keepAliveTimeout = 60_000;
process.once('SIGTERM', () => process.exit(0));

/** A token an event, as OpenAI streams. */
function stream({ model, messages }: Asked, response: ServerResponse): void {
  const [number = 'none'] = /\d+/.exec(messages.at(-1)?.content ?? '') ?? [];
  const reply = `Yes, room ${number} is open from nine in the morning. Shall I note down a visit for you?`;
  const event = (delta: object, finish_reason: string | null) => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
    const chunk = { id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1, model, choices };
    return `data: ${JSON.stringify(chunk)}\n\n`;
  };
  const tokens = reply.split(/(?= )/).map((content) => event({ content }, null));
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.end(
    [event({ role: 'assistant', content: '' }, null), ...tokens, event({}, 'stop'), 'data: [DONE]\n\n'].join(
      '',
    ),
  );
}

/** What is asked once a call has ended. */
function analyse({ model }: Asked, response: ServerResponse): void {
  const form = {
    summary: 'The caller asked whether rooms are open. They were told.',
    sentiment: 'NEUTRAL',
    sentimentScore: 0,
    intents: ['HOURS'],
    outcome: 'RESOLVED',
    topics: ['rooms'],
    unansweredQuestions: [],
    callerName: null,
    callerLanguage: 'en-IN',
    turnSentiments: [],
  };
  const message = { role: 'assistant', content: JSON.stringify(form), refusal: null };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 800, completion_tokens: 100, total_tokens: 900 };
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({ id: 'chatcmpl-bench', object: 'chat.completion', created: 1, model, choices, usage }),
  );
}
