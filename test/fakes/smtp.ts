import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What becomes of a connection, instead of its message being taken. */
export type MailFault =
  /** What the server says in place of its usual reply: to the connection, to the recipient, or to the whole message. */
  | { at: 'greeting' | 'recipient' | 'message'; reply: string }
  /** The message is taken, and the connection breaks before that is said. */
  | { at: 'message'; cut: true }
  /** Never a word. */
  | { at: 'greeting'; silent: true };

/** A message as it was taken. */
export type Mail = {
  from: string;
  to: string[];
  /** By name, in lower case, unfolded. */
  headers: Record<string, string>;
  /** As it was sent: encoded. */
  body: string;
};

/** A mail server that takes everything, on a socket of its own, and fails as a test tells it (RFC 5321, the least of it). */
export class FakeSmtp {
  readonly mails: Mail[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #faults: MailFault[] = [];
  #waiting: { count: number; resolve: () => void }[] = [];
  connections = 0;

  private constructor() {
    this.#server = createServer((socket) => void this.#serve(socket));
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

  async #serve(socket: Socket): Promise<void> {
    this.connections += 1;
    this.#sockets.add(socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined));
    const fault = this.#faults.shift();
    const say = (reply: string) => socket.write(`${reply}\r\n`);
    const failing = (at: MailFault['at']) => (fault?.at === at ? fault : undefined);
    const greeting = failing('greeting');
    if (greeting && 'silent' in greeting) return;
    if (greeting && 'reply' in greeting) return void socket.end(`${greeting.reply}\r\n`);
    say('220 fake ESMTP');
    const envelope = { from: '', to: [] as string[] };
    let lines: string[] | undefined;
    for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (lines === undefined) {
        const command = line.slice(0, 4).toUpperCase();
        const recipient = command === 'RCPT' ? failing('recipient') : undefined;
        if (recipient && 'reply' in recipient) say(recipient.reply);
        else if (command === 'EHLO' || command === 'HELO') say('250 fake');
        else if (command === 'MAIL') {
          envelope.from = addressIn(line);
          say('250 ok');
        } else if (command === 'RCPT') {
          envelope.to.push(addressIn(line));
          say('250 ok');
        } else if (command === 'DATA') {
          lines = [];
          say('354 go on');
        } else if (command === 'QUIT') socket.end('221 bye\r\n');
        else say('250 ok');
      } else if (line !== '.') lines.push(line.replace(/^\./, ''));
      else {
        const message = failing('message');
        if (message && 'reply' in message) say(message.reply);
        else {
          this.mails.push({ ...envelope, ...parsed(lines) });
          if (message && 'cut' in message) socket.destroy();
          else say('250 taken');
          this.#announce();
        }
        lines = undefined;
      }
    }
  }

  #announce(): void {
    const isMet = ({ count }: { count: number }) => this.mails.length >= count;
    for (const { resolve } of this.#waiting.filter(isMet)) resolve();
    this.#waiting = this.#waiting.filter((waiting) => !isMet(waiting));
  }
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function parsed(lines: readonly string[]): Pick<Mail, 'headers' | 'body'> {
  const end = lines.indexOf('');
  const unfolded = lines
    .slice(0, end)
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  const headers = unfolded.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: Object.fromEntries(headers), body: lines.slice(end + 1).join('\n') };
}
