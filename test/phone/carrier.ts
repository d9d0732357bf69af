import { randomUUID } from 'node:crypto';
import type { Dialect } from './dialect.ts';
import { parseDocument } from './document.ts';
import type { Exchange, WebhookName } from './exchange.ts';
import { play } from './playback.ts';
import { type SignatureVersion, signatureHeaders } from './signature.ts';
import type { RecordShape, Step } from './step.ts';

export type CarrierOptions = {
  /** Where the server listens, such as http://127.0.0.1:4000. */
  server: string;
  /** The tenant's slug. */
  tenant: string;
  dialect: Dialect;
  /** The server's PUBLIC_URL, where that isn't `server`. What documents name there is asked of `server` instead. */
  publicUrl?: string;
  /** The key of the addresses in the customer's portal, as their `k`. */
  key?: string;
  /** The account's token: given, every webhook is signed. */
  authToken?: string;
  /** Which signatures are sent; V3 alone by default. */
  signatures?: readonly SignatureVersion[];
  /** Tokens whose signatures stand in the same headers, before the account's own, with commas between. */
  formerTokens?: readonly string[];
  /** The parent account's token: given, its signatures are sent as well. */
  parentToken?: string;
  /** Which pages the account's `Record` follows; those of 2026 by default. */
  record?: RecordShape;
  /** Sends JSON where Vobiz would send a form. */
  json?: boolean;
  fetch?: typeof globalThis.fetch;
};

export type Body = Record<string, string> | string;

export type PostOptions = {
  /** The address as a document names it; by default the webhook's own. */
  url?: string | undefined;
  /** Besides, or instead of, the headers that are sent anyway. */
  headers?: Record<string, string>;
  json?: boolean;
  /** Nothing in the reply controls anything, so that it has to be an empty `Response`. */
  isReport?: boolean;
};

/** The server could not be asked at all, or did not answer. The message is a sentence to show. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Vobiz gives up at this point, so a later reply is a fault (docs.vobiz.ai, "Webhooks"). */
const VOBIZ_PATIENCE_MS = 3_000;

/** The telephone itself waits longer, to tell how late a reply was. */
const TELEPHONE_PATIENCE_MS = 15_000;

/** A webhook whose answer isn't 200 is sent again, that often (docs.vobiz.ai, "Webhooks"). */
const REPEATS = 3;

type Request = {
  webhook: WebhookName;
  url: string;
  body: string;
  headers: Record<string, string>;
  isReport: boolean;
};

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

  /**
   * Posts as Vobiz does, again where the answer isn't 200: the same body, signed anew, since a signature counts once.
   * @returns the last exchange, after `onExchange` was told of each
   */
  async deliver(
    webhook: WebhookName,
    body: Body,
    options: PostOptions,
    onExchange: (exchange: Exchange) => Exchange,
  ): Promise<Exchange> {
    const request = this.#request(webhook, body, options);
    let exchange = onExchange(await this.#send(request));
    for (let repeats = 0; repeats < REPEATS && exchange.status !== 200; repeats++)
      exchange = onExchange(await this.#send(this.#signedAnew(request)));
    return exchange;
  }

  /** Posts a body as it is; fields are sent as a form or as JSON, a text as it stands. */
  post(webhook: WebhookName, body: Body, options: PostOptions = {}): Promise<Exchange> {
    return this.#send(this.#request(webhook, body, options));
  }

  #request(webhook: WebhookName, body: Body, options: PostOptions): Request {
    const url = options.url ?? this.address(webhook);
    const json = options.json ?? this.#options.json ?? false;
    const headers = {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      ...this.#signatures(url),
      ...options.headers,
    };
    const sent = typeof body === 'string' ? body : encode(body, json);
    return { webhook, url, body: sent, headers, isReport: options.isReport ?? false };
  }

  #signedAnew(request: Request): Request {
    return { ...request, headers: { ...request.headers, ...this.#signatures(request.url) } };
  }

  /** Delivers the last webhook once more; signed anew, or with the very same headers where it `replays`. */
  repeatLast({ replays = false } = {}): Promise<Exchange> {
    if (!this.#last) throw new Error('Nothing was posted yet.');
    return this.#send(replays ? this.#last : this.#signedAnew(this.#last));
  }

  async #send(request: Request): Promise<Exchange> {
    this.#last = request;
    const { webhook, url, body, headers, isReport } = request;
    const { dialect, record } = this.#options;
    const start = performance.now();
    const reply = await this.#fetch(url, { method: 'POST', body, headers });
    const ms = performance.now() - start;
    const { steps, problems, isRefused } = judge(reply, { webhook, isReport }, dialect, record);
    problems.push(...this.#foreignAddresses(steps));
    const controls = webhook !== 'hangup' && !isReport && !isRefused;
    if (ms > VOBIZ_PATIENCE_MS)
      problems.push(`The reply took ${Math.round(ms)} ms; Vobiz gives up after 3 s.`);
    const xml = new TextDecoder().decode(reply.bytes);
    return {
      webhook,
      url,
      status: reply.status,
      ms,
      xml,
      spoken: controls ? play(steps, { ...(record ? { record } : {}) }).spoken : [],
      problems,
      steps,
      isRefused,
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

  /** Where a socket of a public address is really opened. */
  reachSocket(url: string): string {
    return this.#reach(url.replace(/^ws/, 'http')).replace(/^http/, 'ws');
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
      const isOurs = url.replace(/^ws/, 'http').startsWith(`${this.#publicUrl}/`);
      return isOurs ? [] : `The address ${url} doesn't start with ${this.#publicUrl}.`;
    });
  }

  #signatures(url: string): Record<string, string> {
    const { authToken, signatures = ['V3'], formerTokens = [], parentToken } = this.#options;
    if (authToken === undefined) return {};
    const [base = url] = url.split('?');
    const nonce = randomUUID();
    return {
      ...signatureHeaders([...formerTokens, authToken], base, nonce, signatures),
      // Vobiz sends what it signs with in clear.
      'auth-token': authToken,
      ...(parentToken === undefined
        ? {}
        : {
            ...signatureHeaders([parentToken], base, nonce, signatures, 'MA-'),
            'parent-auth-token': parentToken,
          }),
    };
  }
}

type Reply = { status: number; contentType: string; bytes: Uint8Array };

/** What Vobiz reads in a reply. It acts on nothing in the reply to a hangup, which may therefore be empty. */
function judge(
  { status, contentType, bytes }: Reply,
  { webhook, isReport }: Pick<Request, 'webhook' | 'isReport'>,
  dialect: Dialect,
  record: RecordShape = 'documented',
) {
  if (webhook === 'hangup' && bytes.byteLength === 0 && status >= 200 && status < 300)
    return { steps: [], problems: [], isRefused: false };
  const { steps, problems, isRefused } = parseDocument(bytes, dialect, { record });
  if (status !== 200) problems.unshift(`The status is ${status}, not 200.`);
  if (!/^application\/xml(\s*;\s*charset="?utf-8"?)?$/i.test(contentType.trim())) {
    problems.push(`The content type is "${contentType}", not application/xml in UTF-8.`);
  }
  if (isReport && steps.length > 0)
    problems.push('The answer controls nothing, so it must be an empty Response.');
  if (!isReport && webhook !== 'hangup' && steps.length === 0)
    problems.push('The document does nothing, so the line goes dead.');
  return { steps, problems, isRefused };
}

/** Every address of ours that a step names, those of sounds left out: they may be anywhere. */
function addressesOf(step: Step): string[] {
  const named = ['callbackUrl', 'dialMusic', 'statusCallbackUrl', 'interimSpeechResultsCallback'];
  const inAttributes = named.flatMap((name) => step.attributes[name] ?? []);
  if (step.step === 'redirect' || step.step === 'stream') return [step.url, ...inAttributes];
  return 'action' in step && step.action !== undefined ? [step.action, ...inAttributes] : inAttributes;
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
