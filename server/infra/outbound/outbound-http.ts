import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Agent, type Dispatcher, request } from 'undici';
import type { IncomingHttpHeaders } from 'undici/types/header.js';
import { allowing, type Destination } from './allowed-hosts.ts';
import { announcedBytes, bounded, tooLong } from './bounded-body.ts';
import { checkedConnect, type Lookup, systemLookup } from './checked-connect.ts';
import { OutboundRefused } from './outbound-error.ts';
import { outboundFailure, redirectsInward } from './outbound-failure.ts';
import { outboundUrl, refusePrivateLiteral } from './outbound-url.ts';
import { type Hop, locationOf, redirected } from './redirect.ts';

/** What to send, and how much of an answer to take. */
export type OutboundRequest = {
  url: string;
  method?: Hop['method'];
  headers?: Hop['headers'];
  body?: string | Buffer;
  /** For all of it: looking up, connecting, redirects and reading the body. */
  timeoutMs: number;
  maxResponseBytes: number;
  redirects: 'refuse' | 'follow';
  /** Throws for an address that must not be called; asked before the first hop and at each redirect. */
  checkHop?: (url: URL) => void;
  /** Whether another origin, which a redirect leads to, may have all headers. */
  keepsHeaders?: (url: URL) => boolean;
};
export type OutboundResponse<Body> = { status: number; headers: IncomingHttpHeaders; body: Body };

const MOST_REDIRECTS = 5;

/**
 * HTTP to addresses that tenants and providers chose, which therefore may not lead into our own network (README.md). It
 * fails with an OutboundRefused, an OutboundFailed, or what `checkHop` threw.
 */
export class OutboundHttp {
  readonly #agent: Agent;
  readonly #isAllowed: (destination: Destination) => boolean;

  /** @param allowHosts `host[:port]` that may resolve to private addresses */
  constructor({ allowHosts, lookup = systemLookup }: { allowHosts: readonly string[]; lookup?: Lookup }) {
    this.#isAllowed = allowing(allowHosts);
    // Without keep-alive: every request connects, and is checked, anew.
    this.#agent = new Agent({ connect: checkedConnect(lookup, this.#isAllowed), pipelining: 0 });
  }

  /** Reads an address that might be called one day. @throws OutboundRefused as far as that needs no looking up */
  check(text: string): URL {
    const url = outboundUrl(text);
    if (!this.#isAllowed(url)) refusePrivateLiteral(url);
    return url;
  }

  /** Sends, and reads the answer whole. */
  async request(asked: OutboundRequest): Promise<OutboundResponse<Buffer>> {
    const { body, ...response } = await this.open(asked);
    return { ...response, body: await buffer(body) };
  }

  /** Sends, and leaves the body to be read. A caller of this that doesn't read it to its end must destroy it. */
  async open(asked: OutboundRequest): Promise<OutboundResponse<Readable>> {
    const signal = AbortSignal.timeout(asked.timeoutMs);
    const first = firstHop(this.check(asked.url), asked);
    for (let hop = first, hops = 0; ; hops += 1) {
      asked.checkHop?.(hop.url);
      const called = { host: first.url.hostname, timeoutMs: asked.timeoutMs, isRedirected: hops > 0 };
      const asFailure = (error: unknown) => outboundFailure(error, called);
      const response = await this.#send(hop, signal).catch((error: unknown) =>
        Promise.reject(asFailure(error)),
      );
      const location = locationOf(response.statusCode, response.headers);
      if (location === undefined) return answerOf(response, { ...asked, hop, host: called.host, asFailure });
      discard(response);
      if (asked.redirects === 'refuse')
        throw new OutboundRefused(`${called.host} redirects to another address.`);
      if (hops === MOST_REDIRECTS) throw new OutboundRefused(`${called.host} redirects too often.`);
      const next = this.#next(hop.url, location, called.host);
      hop = redirected(hop, response.statusCode, next, asked.keepsHeaders?.(next));
    }
  }

  /** Closes once what is under way has ended. */
  async close(): Promise<void> {
    await this.#agent.close();
  }

  #send({ url, method, headers, body }: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return request(url, { method, headers, body: body ?? null, signal, dispatcher: this.#agent });
  }

  #next(from: URL, location: string, host: string): URL {
    try {
      return this.check(URL.parse(location, from.href)?.href ?? '');
    } catch {
      throw redirectsInward(host);
    }
  }
}

function firstHop(url: URL, { method = 'GET', headers = {}, body }: OutboundRequest): Hop {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { url, method, headers: { 'user-agent': 'KaiVox', ...Object.fromEntries(given) }, body };
}

type Reading = { hop: Hop; host: string; maxResponseBytes: number; asFailure: (error: unknown) => Error };

function answerOf(
  response: Dispatcher.ResponseData,
  { hop, host, maxResponseBytes: maxBytes, asFailure }: Reading,
): OutboundResponse<Readable> {
  const { statusCode: status, headers, body } = response;
  if (hop.method !== 'HEAD' && (announcedBytes(headers['content-length']) ?? 0) > maxBytes) {
    discard(response);
    throw tooLong(host, maxBytes);
  }
  return { status, headers, body: bounded(body, { maxBytes, host, asFailure }) };
}

/** Cuts the connection, so that no more of the body comes. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => undefined).destroy();
}
