import pg from 'pg';
import { pauseAfter } from './async/retry.ts';
import type { Log } from './log.ts';

type Listener = (payload: string) => void;

const BACK_OFF = { firstPauseMs: 100, longestPauseMs: 5_000 };

/**
 * What other transactions announced, in this process or another: PostgreSQL's LISTEN on a connection of its own,
 * which comes back by itself. While it was away notifications are lost, so listeners are told when it returns.
 */
export class Notifications {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #onReconnect = new Set<() => void>();
  #client: pg.Client | undefined;
  #statements: Promise<void> = Promise.resolve();
  #stopped = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  /** Whether announcements arrive at the moment. */
  get isListening(): boolean {
    return this.#client !== undefined;
  }

  /** Resolves once everything that was asked for so far is listened for. */
  get settled(): Promise<void> {
    return this.#statements;
  }

  /** @returns stops listening */
  on(channel: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    if (listeners.size === 1 && this.#client) this.#listen(this.#client, channel);
    return () => listeners.delete(listener);
  }

  /** Announcements may have been missed: read again what matters. */
  onReconnect(listener: () => void): () => void {
    this.#onReconnect.add(listener);
    return () => this.#onReconnect.delete(listener);
  }

  /** One statement after the other; a failure is a broken connection, which reconnecting mends. */
  #listen(client: pg.Client, channel: string): void {
    const listen = () => client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.#statements = this.#statements.then(listen).then(
      () => undefined,
      () => undefined,
    );
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 5_000,
      application_name: 'kaivox listen',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(payload ?? '');
    });
    client.on('error', (err) => this.log.warn({ err }, 'The connection for notifications broke'));
    client.once('end', () => {
      if (this.#client === client) this.#client = undefined;
      this.#reconnect(1);
    });
    await client.connect();
    this.#client = client;
    for (const channel of this.#listeners.keys()) this.#listen(client, channel);
    await this.#statements;
  }

  #reconnect(attempt: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(
      () => {
        this.#connect().then(
          () => {
            for (const listener of this.#onReconnect) listener();
          },
          () => this.#reconnect(attempt + 1),
        );
      },
      pauseAfter(attempt, BACK_OFF),
    );
  }
}
