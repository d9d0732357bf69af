import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Mail, MailFault } from './mail.ts';

/** One connection to the fake mail server: the least of RFC 5321 that carries a message. */
export class SmtpConversation {
  readonly #envelope = { from: '', to: [] as string[] };
  /** The message's lines, while they come. */
  #lines: string[] | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly fault: MailFault | undefined,
    private readonly onMail: (mail: Mail) => void,
  ) {}

  begin(): void {
    this.socket.on('error', () => undefined);
    const refusal = this.#refusalAt('greeting');
    if (refusal !== undefined) {
      this.socket.end(`${refusal}\r\n`);
      return;
    }
    this.#say('220 fake ESMTP');
    createInterface({ input: this.socket }).on('line', (line) => {
      if (this.#lines === undefined) this.#obey(line);
      else if (line === '.') this.#finish(this.#lines);
      else this.#lines.push(line.replace(/^\./, ''));
    });
  }

  #obey(line: string): void {
    const command = line.slice(0, 4).toUpperCase();
    this.#say(this.#replyTo(command, line));
    if (command === 'QUIT') this.socket.end();
  }

  #replyTo(command: string, line: string): string {
    switch (command) {
      case 'MAIL':
        this.#envelope.from = addressIn(line);
        return '250 ok';
      case 'RCPT':
        this.#envelope.to.push(addressIn(line));
        return this.#refusalAt('recipient') ?? '250 ok';
      case 'DATA':
        this.#lines = [];
        return '354 go on';
      case 'QUIT':
        return '221 bye';
      default:
        return '250 ok';
    }
  }

  #finish(lines: readonly string[]): void {
    this.#lines = undefined;
    const refusal = this.#refusalAt('message');
    if (refusal === undefined) this.onMail({ ...this.#envelope, ...parsed(lines) });
    if (this.fault && 'cut' in this.fault) this.socket.destroy();
    else this.#say(refusal ?? '250 taken');
  }

  #refusalAt(step: MailFault['at']): string | undefined {
    return this.fault?.at === step && 'reply' in this.fault ? this.fault.reply : undefined;
  }

  #say(reply: string): void {
    this.socket.write(`${reply}\r\n`);
  }
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function parsed(lines: readonly string[]): Pick<Mail, 'headers' | 'body'> {
  const end = lines.indexOf('');
  const unfolded = lines
    .slice(0, end)
    .join('\n')
    .replaceAll(/\n[ \t]+/g, ' ');
  const headers = unfolded.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: Object.fromEntries(headers), body: lines.slice(end + 1).join('\n') };
}
