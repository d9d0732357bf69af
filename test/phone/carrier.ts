import { randomUUID } from 'node:crypto';
import type { Dialect } from './dialect.ts';
import { parseDocument } from './document.ts';
import type { Exchange, WebhookName } from './exchange.ts';
import { play } from './playback.ts';
import { type SignatureVersion, signatureHeaders } from './signature.ts';
import type { Step } from './step.ts';

export type CarrierOptions = {
  /** Where the server listens, such as http://127.0.0.1:4000. */
  server: string;
  /** The tenant's slug. */
  tenant: string;
  /** The key of the addresses in the customer's portal, as their `k`. */
  key?: string;
  dialect: Dialect;
  /** The server's PUBLIC_URL, where that isn't `server`. What documents name there is asked of `server` instead. */
  publicUrl?: string;
  /** The account's token: given, every webhook is signed. */
  authToken?: string;
  /** Which signatures are sent; V3 alone by default. */
  signatures?: readonly SignatureVersion[];
  /** Sends JSON where Vobiz would send a form. */
  json?: boolean;
  fetch?: typeof globalThis.fetch;
};

export type Body = Record<string, string> | string;

export type PostOptions = {
  /** The address as a document names it; by default the webhook's own. */
  url?: string;
  /** Besides, or instead of, the headers that are sent anyway. */
  headers?: Record<string, string>;
  json?: boolean;
};

/** The server could not be asked at all, or did not answer. The message is a sentence to show. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Vobiz gives up at this point, so a later reply is a fault (docs.vobiz.ai, "Webhooks"). */
const VOBIZ_PATIENCE_MS = 3_000;

/** The telephone itself waits longer, to tell how late a reply was. */
const TELEPHONE_PATIENCE_MS = 15_000;

type Request = { webhook: WebhookName; url: string; body: string; headers: Record<string, string> };

/** Posts webhooks as Vobiz does, and judges each reply. Knows nothing of what a reply asks for. */
export class Carrier {
  readonly #options: CarrierOptions;
  readonly #publicUrl: string;
  #last: Request | undefined;

  constructor(options: CarrierOptions) {
    this.#options = options;
    this.#publicUrl = withoutSlash(options.publicUrl ?? options.server);
  }

  /** The address that stands in the customer's portal for a webhook. */
  address(webhook: WebhookName): string {
    const { tenant, key } = this.#options;
    const address = `${this.#publicUrl}/api/vobiz/${encodeURIComponent(tenant)}/${webhook}`;
    return key === undefined ? address : `${address}?k=${encodeURIComponent(key)}`;
  }

  /** Posts a body as it is; fields are sent as a form or as JSON, a text as it stands. */
  post(webhook: WebhookName, body: Body, options: PostOptions = {}): Promise<Exchange> {
    const url = options.url ?? this.address(webhook);
    const json = options.json ?? this.#options.json ?? false;
    const headers = {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      ...this.#signatures(url),
      ...options.headers,
    };
    return this.#send({ webhook, url, body: typeof body === 'string' ? body : encode(body, json), headers });
  }

  /** Delivers the last webhook once more; signed anew, or with the very same headers where it `replays`. */
  repeatLast({ replays = false } = {}): Promise<Exchange> {
    if (!this.#last) throw new Error('Nothing was posted yet.');
    const last = this.#last;
    return this.#send(
      replays ? last : { ...last, headers: { ...last.headers, ...this.#signatures(last.url) } },
    );
  }

  async #send(request: Request): Promise<Exchange> {
    this.#last = request;
    const { webhook, url, body, headers } = request;
    const start = performance.now();
    const reply = await this.#fetch(url, { method: 'POST', body, headers });
    const ms = performance.now() - start;
    const { steps, problems } = judge(reply, webhook, this.#options.dialect);
    problems.push(...this.#foreignAddresses(steps));
    if (ms > VOBIZ_PATIENCE_MS)
      problems.push(`The reply took ${Math.round(ms)} ms; Vobiz gives up after 3 s.`);
    const xml = new TextDecoder().decode(reply.bytes);
    return {
      webhook,
      url,
      status: reply.status,
      ms,
      xml,
      spoken: webhook === 'hangup' ? [] : play(steps).spoken,
      problems,
      steps,
    };
  }

  async #fetch(url: string, init: RequestInit): Promise<Reply> {
    const fetch = this.#options.fetch ?? globalThis.fetch;
    const signal = AbortSignal.timeout(TELEPHONE_PATIENCE_MS);
    try {
      const response = await fetch(this.#reach(url), { ...init, signal, redirect: 'manual' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, contentType: response.headers.get('content-type') ?? '', bytes };
    } catch (error) {
      const why = signal.aborted ? `no answer within ${TELEPHONE_PATIENCE_MS / 1_000} s` : reasonOf(error);
      throw new Unreachable(`${this.#reach(url)} can't be reached: ${why}.`, { cause: error });
    }
  }

  /** Where a public address is really asked. */
  #reach(url: string): string {
    const isOurs = url === this.#publicUrl || url.startsWith(`${this.#publicUrl}/`);
    return isOurs ? withoutSlash(this.#options.server) + url.slice(this.#publicUrl.length) : url;
  }

  /** Every address of a document starts with PUBLIC_URL, where that is known. */
  #foreignAddresses(steps: Step[]): string[] {
    if (this.#options.publicUrl === undefined) return [];
    return steps.flatMap(addressesOf).flatMap((url) => {
      const isOurs = url.startsWith(`${this.#publicUrl}/`);
      return isOurs ? [] : `The address ${url} doesn't start with ${this.#publicUrl}.`;
    });
  }

  #signatures(url: string): Record<string, string> {
    const { authToken, signatures = ['V3'] } = this.#options;
    if (authToken === undefined) return {};
    const [base = url] = url.split('?');
    return signatureHeaders(authToken, base, randomUUID(), signatures);
  }
}

type Reply = { status: number; contentType: string; bytes: Uint8Array };

/** What Vobiz reads in a reply. It acts on nothing in the reply to a hangup, which may therefore be empty. */
function judge({ status, contentType, bytes }: Reply, webhook: WebhookName, dialect: Dialect) {
  if (webhook === 'hangup' && bytes.byteLength === 0 && status >= 200 && status < 300)
    return { steps: [], problems: [] };
  const { steps, problems } = parseDocument(bytes, dialect);
  if (status !== 200) problems.unshift(`The status is ${status}, not 200.`);
  if (!/^application\/xml(\s*;\s*charset="?utf-8"?)?$/i.test(contentType.trim())) {
    problems.push(`The content type is "${contentType}", not application/xml in UTF-8.`);
  }
  if (webhook !== 'hangup' && steps.length === 0)
    problems.push('The document does nothing, so the line goes dead.');
  return { steps, problems };
}

function addressesOf(step: Step): string[] {
  if (step.step === 'redirect') return [step.url];
  return 'action' in step && step.action !== undefined ? [step.action] : [];
}

const encode = (fields: Record<string, string>, json: boolean) =>
  json ? JSON.stringify(fields) : new URLSearchParams(fields).toString();

const withoutSlash = (url: string) => url.replace(/\/+$/, '');

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause ? String(cause.code) : '';
  return code === 'ECONNREFUSED' ? 'nothing listens there' : cause.message || code;
}
