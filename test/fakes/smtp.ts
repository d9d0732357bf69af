import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Mail, MailFault } from './mail.ts';
import { SmtpConversation } from './smtp-conversation.ts';

/** A mail server that takes everything, on a socket of its own, and fails as a test tells it. */
export class FakeSmtp {
  readonly mails: Mail[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #faults: MailFault[] = [];
  #waiting: { count: number; resolve: () => void }[] = [];

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket.on('close', () => this.#sockets.delete(socket)));
      new SmtpConversation(socket, this.#faults.shift(), (mail) => this.#take(mail)).begin();
    });
  }

  static async start(): Promise<FakeSmtp> {
    const fake = new FakeSmtp();
    fake.#server.listen(0, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What goes wrong with the next connections, in this order. */
  fail(...faults: MailFault[]): void {
    this.#faults.push(...faults);
  }

  clear(): void {
    this.mails.length = 0;
    this.#faults = [];
  }

  /** Resolves once so many messages were taken since the start, or since it was cleared. */
  until(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ count, resolve });
      this.#announce();
    });
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #take(mail: Mail): void {
    this.mails.push(mail);
    this.#announce();
  }

  #announce(): void {
    const isMet = ({ count }: { count: number }) => this.mails.length >= count;
    for (const { resolve } of this.#waiting.filter(isMet)) resolve();
    this.#waiting = this.#waiting.filter((waiting) => !isMet(waiting));
  }
}
