import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';
import { Telephone, type TelephoneOptions } from './telephone.ts';

/** A webhook as it reached the server. */
export type Received = {
  url: string;
  body: string;
  fields: Record<string, string>;
  headers: IncomingHttpHeaders;
};

/** A document, or a whole reply. */
export type ScriptedReply =
  | string
  | Uint8Array
  | { status?: number; contentType?: string; body: string | Uint8Array };

export type ScriptedServer = {
  url: string;
  received: Received[];
  /** To be called when the test is done; `await using` does. */
  [Symbol.asyncDispose](): Promise<void>;
};

/** The document around elements. */
export const response = (elements: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${elements}</Response>`;

/**
 * A server that answers each webhook with what `reply` says, and takes streams where there is a `talk`: the telephone's
 * tests need no KaiVox.
 */
export async function scriptedServer(
  reply: (received: Received, url: string) => ScriptedReply | Promise<ScriptedReply>,
  talk?: (socket: WebSocket, headers: IncomingHttpHeaders) => void,
): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer(async (request, answer) => {
    const body = await text(request);
    const isJson = request.headers['content-type'] === 'application/json';
    const fields = isJson
      ? (JSON.parse(body) as Record<string, string>)
      : Object.fromEntries(new URLSearchParams(body));
    const webhook = { url: request.url ?? '', body, fields, headers: request.headers };
    received.push(webhook);
    const scripted = await reply(webhook, url);
    const whole =
      typeof scripted === 'string' || scripted instanceof Uint8Array ? { body: scripted } : scripted;
    const { status = 200, contentType = 'application/xml; charset=utf-8' } = whole;
    answer.writeHead(status, { 'content-type': contentType }).end(whole.body);
  });
  const streams = talk && new WebSocketServer({ server });
  streams?.on('connection', (socket, { headers }) => talk?.(socket, headers));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    const closed = once(server, 'close');
    for (const socket of streams?.clients ?? []) socket.terminate();
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url, received, [Symbol.asyncDispose]: stop };
}

/** A call to such a server; in the guide dialect unless told otherwise. */
export function aCallTo({ url }: { url: string }, options: Partial<TelephoneOptions> = {}): Telephone {
  const numbers = { from: '+919876543210', to: '+917971543252' };
  return new Telephone({
    server: url,
    tenant: 'pragati',
    dialect: 'guide',
    callId: 'call-1',
    ...numbers,
    ...options,
  });
}

/** Listens for the caller, with something for carriers that run on. */
export const gathering = (url: string, words: string, query = '') =>
  response(
    `<Gather action="${url}/api/vobiz/pragati/input${query}"><Say>${words}</Say></Gather><Say>Nobody there. Goodbye.</Say><Hangup/>`,
  );

/** Greets, and echoes what was said. */
export function echo({ url, fields }: Pick<Received, 'url' | 'fields'>, server: string): ScriptedReply {
  if (url.endsWith('/hangup')) return { body: '' };
  if (url.endsWith('/answer')) return gathering(server, 'Hello.');
  return gathering(server, `You said "${fields.speech_result}".`, '?turn=2');
}
