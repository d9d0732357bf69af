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

/** What becomes of a delivery. */
export type Reception =
  | { status: number; body?: string }
  /** The connection breaks, once all of it has come. */
  | { cut: true }
  /** Never an answer. */
  | { silent: true }
  | { redirect: string; status?: number };

/** One delivery, as it came in. */
export type Caught = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** Takes webhooks on a socket of its own, and fails as a test tells it. */
export class Catcher {
  readonly caught: Caught[] = [];
  readonly #server: Server;
  #planned: Reception[] = [];
  #usual: Reception = { status: 200 };
  #waiting: { count: number; resolve: () => void }[] = [];

  private constructor(private readonly host: string) {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(host = '127.0.0.1'): Promise<Catcher> {
    const catcher = new Catcher(host);
    catcher.#server.listen(0, host);
    await once(catcher.#server, 'listening');
    return catcher;
  }

  /** `host:port`, as OUTBOUND_ALLOW_HOSTS wants it. */
  get address(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.host.includes(':') ? `[${this.host}]` : this.host}:${port}`;
  }

  get url(): string {
    return `http://${this.address}/hook`;
  }

  /** For the next deliveries, in this order; then 200 again. */
  next(...receptions: Reception[]): void {
    this.#planned.push(...receptions);
  }

  /** For all others. */
  usually(reception: Reception): void {
    this.#usual = reception;
  }

  /** Forgets what came, and what was planned. */
  clear(): void {
    this.caught.length = 0;
    this.#planned = [];
    this.#usual = { status: 200 };
  }

  /** Resolves once so many have come since the start, or since it was cleared. */
  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ count, resolve });
      this.#announce();
    });
  }

  /** Ends what is silent. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    this.caught.push({ method, url, headers, body });
    this.#receive(this.#planned.shift() ?? this.#usual, response);
    this.#announce();
  }

  #receive(reception: Reception, response: ServerResponse): void {
    if ('silent' in reception) return;
    if ('cut' in reception) response.destroy();
    else if ('redirect' in reception)
      response.writeHead(reception.status ?? 307, { location: reception.redirect }).end();
    else response.writeHead(reception.status).end(reception.body);
  }

  #announce(): void {
    const isMet = ({ count }: { count: number }) => this.caught.length >= count;
    for (const { resolve } of this.#waiting.filter(isMet)) resolve();
    this.#waiting = this.#waiting.filter((waiting) => !isMet(waiting));
  }
}
