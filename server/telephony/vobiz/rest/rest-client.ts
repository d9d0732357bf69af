import { Agent, request } from 'undici';
import { Semaphore } from '../../../infra/async/semaphore.ts';
import type { Clock } from '../../../infra/clock.ts';
import type { Log } from '../../../infra/log.ts';
import type { VobizCredentials } from '../../../settings/vobiz-account.ts';
import { readBody } from './rest-body.ts';
import { failureOf } from './rest-failure.ts';
import type { VobizRequest, VobizResponse } from './rest-request.ts';

export type VobizRestOptions = {
  /** VOBIZ_API_URL, without a trailing slash. */
  baseUrl: string;
  clock: Clock;
  log: Log;
  /** Requests under way at a time. */
  concurrency?: number;
};

const NEVER_SENT: VobizResponse = {
  kind: 'not sent',
  reason: 'Too many requests to Vobiz were waiting already.',
};

/** Sends requests to Vobiz's REST API (docs.vobiz.ai, "API reference"), a few at a time, each exactly once. */
export class VobizRest {
  /** For what may be repeated. */
  readonly #reused = new Agent({ connections: 8, pipelining: 1, connectTimeout: 3_000 });
  /** A connection for each request: one that was kept may be closing just when a purchase is written to it. */
  readonly #fresh = new Agent({ connections: 8, pipelining: 0, connectTimeout: 3_000 });
  readonly #semaphore: Semaphore;
  /** Vobiz asked us to slow down until then. */
  #slowUntil = 0;

  constructor(private readonly options: VobizRestOptions) {
    // The requests that wait are bounded by the time that each may take.
    this.#semaphore = new Semaphore({
      places: options.concurrency ?? 6,
      longestQueue: Number.POSITIVE_INFINITY,
    });
  }

  /** How long Vobiz still wants to be left alone, in milliseconds. */
  get slowForMs(): number {
    return Math.max(0, this.#slowUntil - this.options.clock.now().getTime());
  }

  /** Never throws. @param once a purchase, a release: what must not be carried out twice */
  async send(
    credentials: VobizCredentials,
    asked: VobizRequest,
    { once = false } = {},
  ): Promise<VobizResponse> {
    const began = performance.now();
    const signal = AbortSignal.timeout(asked.withinMs);
    const response = await this.#sendInTurn(credentials, asked, once, signal);
    const { name } = asked;
    const ms = Math.round(performance.now() - began);
    const outcome = response.kind === 'answered' ? response.status : `${response.kind}: ${response.reason}`;
    const isFine = response.kind === 'answered' && response.status < 400;
    this.options.log[isFine ? 'debug' : 'warn']({ request: name, outcome, ms }, 'Vobiz was asked');
    return response;
  }

  async close(): Promise<void> {
    await Promise.all([this.#reused.destroy(), this.#fresh.destroy()]);
  }

  async #sendInTurn(
    credentials: VobizCredentials,
    asked: VobizRequest,
    once: boolean,
    signal: AbortSignal,
  ): Promise<VobizResponse> {
    using place = await this.#semaphore.enter({ signal });
    return place ? await this.#send(credentials, asked, once, signal) : NEVER_SENT;
  }

  async #send(
    { appId, apiKey }: VobizCredentials,
    { method, path, body }: VobizRequest,
    once: boolean,
    signal: AbortSignal,
  ): Promise<VobizResponse> {
    try {
      const answer = await request(`${this.options.baseUrl}${path}`, {
        dispatcher: once ? this.#fresh : this.#reused,
        method,
        // undici would send what counts as idempotent again by itself.
        idempotent: !once && method === 'GET',
        headers: {
          'x-auth-id': appId,
          'x-auth-token': apiKey.reveal(),
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body ? JSON.stringify(body) : null,
        signal,
      });
      const retryAfterMs = this.#retryAfter(answer.headers['retry-after']);
      if (answer.statusCode === 429) this.#slowDown(retryAfterMs);
      return { kind: 'answered', status: answer.statusCode, body: await readBody(answer.body), retryAfterMs };
    } catch (error) {
      return failureOf(error);
    }
  }

  #slowDown(retryAfterMs = 1_000): void {
    this.#slowUntil = Math.max(this.#slowUntil, this.options.clock.now().getTime() + retryAfterMs);
  }

  /** Seconds, or an HTTP date. */
  #retryAfter(header: string | string[] | undefined): number | undefined {
    if (typeof header !== 'string') return undefined;
    if (/^\d{1,6}(\.\d+)?$/.test(header)) return Number(header) * 1_000;
    const until = Date.parse(header);
    return Number.isNaN(until) ? undefined : Math.max(0, until - this.options.clock.now().getTime());
  }
}
