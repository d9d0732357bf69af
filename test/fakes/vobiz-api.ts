import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { FakeAccount } from './vobiz-api-account.ts';
import { type Fault, FaultPlan, misbehave } from './vobiz-api-faults.ts';
import { ROUTES } from './vobiz-api-operations.ts';
import type { Result } from './vobiz-api-result.ts';
import type { Operation } from './vobiz-api-route.ts';

export type { Fault } from './vobiz-api-faults.ts';
export type { Operation } from './vobiz-api-route.ts';

/** One request, as it came in. */
export type RecordedRequest = {
  /** Undefined where no route takes it. */
  operation: Operation | undefined;
  method: string;
  /** With its query, as it was sent. */
  url: string;
  headers: IncomingHttpHeaders;
  body: unknown;
};

export type FakeVobizOptions = { authId?: string; authToken?: string; now?: () => Date };

/** Vobiz's REST API over a real socket: one account with its state, strict, and as unreliable as a test tells it. */
export class FakeVobiz {
  readonly authId: string;
  authToken: string;
  readonly account: FakeAccount;
  readonly requests: RecordedRequest[] = [];
  readonly #server: Server;
  readonly #faults = new FaultPlan();
  /** Requests from which something may still come. */
  readonly #underWay = new Set<Promise<void>>();
  #waiting: { isMet: () => boolean; resolve: () => void }[] = [];

  private constructor({ authId = 'MA_FAKE', authToken = 'fake-auth-token-7f3a', now }: FakeVobizOptions) {
    this.authId = authId;
    this.authToken = authToken;
    this.account = new FakeAccount(now ?? (() => new Date()));
    this.#server = createServer((request, response) => this.#take(request, response));
  }

  static async start(options: FakeVobizOptions = {}): Promise<FakeVobiz> {
    const fake = new FakeVobiz(options);
    await fake.resume();
    return fake;
  }

  /** For VOBIZ_API_URL; the same after a stop and a resume. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}/api/v1`;
  }
  #port = 0;

  /** What goes wrong with the next request of an operation, or the next `times`; in the order in which it is told. */
  fail(operation: Operation, fault: Fault, { times = 1 }: { times?: number } = {}): void {
    this.#faults.add(operation, fault, times);
  }

  /** Nothing that was planned goes wrong any more. */
  recover(): void {
    this.#faults.clear();
  }

  count(operation: Operation): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  /** Resolves once `count` requests of an operation have come in since the start. */
  until(operation: Operation, count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ isMet: () => this.count(operation) >= count, resolve });
      this.#announce();
    });
  }

  /** Resolves when nothing more comes of any request so far: all work that was to be late is done. */
  async untilQuiet(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  /** Nothing listens any more, as when Vobiz is down. */
  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async resume(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const underWay = this.#answer(request, response)
      .catch((error: unknown) => {
        // A client that has gone gets no more; anything else is a fault of this fake.
        if (!response.destroyed) write(response, { status: 500, body: { error: `Fake: ${error}` } });
      })
      .finally(() => this.#underWay.delete(underWay));
    this.#underWay.add(underWay);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = jsonIn(await text(request));
    const { method = '', url = '', headers } = request;
    const { pathname, searchParams: query } = new URL(url, 'http://fake');
    const path = pathname.replace(/^\/api\/v1/, '');
    const route = ROUTES.find((each) => each.method === method && each.path.test(path));
    this.requests.push({ operation: route?.operation, method, url, headers, body });
    this.#announce();
    const { account, id = '' } = route?.path.exec(path)?.groups ?? {};
    // A wrong letter case is refused as wrong credentials are.
    if (!route || account !== this.authId || !this.#isSignedIn(headers)) {
      return write(response, { status: 401, body: { error: 'Unauthorized' } });
    }
    if (body !== undefined && !headers['content-type']?.startsWith('application/json')) {
      return write(response, { status: 415, body: { error: 'JSON expected' } });
    }
    const work = () => route.work({ account: this.account, query, body: fieldsOf(body), id });
    const answer = () => write(response, work());
    const fault = this.#faults.take(route.operation);
    if (fault) await misbehave(fault, response, work, answer);
    else answer();
  }

  #isSignedIn(headers: IncomingHttpHeaders): boolean {
    return headers['x-auth-id'] === this.authId && headers['x-auth-token'] === this.authToken;
  }

  #announce(): void {
    const met = this.#waiting.filter(({ isMet }) => isMet());
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting));
    for (const { resolve } of met) resolve();
  }
}

function write(response: ServerResponse, { status, body }: Result): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function jsonIn(sent: string): unknown {
  if (sent === '') return undefined;
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}

const fieldsOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? { ...body } : {};
