import querystring from 'node:querystring';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Log } from '../../infra/log.ts';
import type { Attempt, Delivery, DeliveryChannel } from './delivery.ts';
import { noChannel } from './no-channel.ts';

/** For one step of the conversation with the mail server, and for all of it. */
const STEP_MS = 10_000;
const TIMEOUT_MS = 30_000;

export type MailSettings = {
  /** With a user and a password in it, where the server wants them. */
  smtpUrl: string;
  /** As `The desk <desk@example.com>`. */
  from: string;
};

/** Sends plain text through one mail server. The message's id is the delivery's, so that a repeat can be told. */
export class MailChannel implements DeliveryChannel {
  readonly unavailable = undefined;
  readonly #transport;

  constructor(
    private readonly settings: MailSettings,
    private readonly log: Log,
  ) {
    this.#transport = createTransport({
      url: settings.smtpUrl,
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async carry({ id, target, subject, body }: Delivery): Promise<Attempt> {
    const { from } = this.settings;
    try {
      await this.#transport.sendMail({
        messageId: `<${id}@${domainOf(from)}>`,
        from,
        to: { name: '', address: target },
        subject: subject ?? '',
        text: body,
        // A receiver's out-of-office note should not come back (rfc-editor.org/rfc/rfc3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { kind: 'delivered', status: 250 };
    } catch (error) {
      return this.#failure(error);
    }
  }

  #failure(error: unknown): Attempt {
    const { code, responseCode: status = null, response = '' } = smtpError.catch({}).parse(error);
    if (status === null || code === 'EAUTH') {
      // The server is the platform's: what is wrong with it is for its administrators to read.
      this.log.warn({ code, status }, 'The mail server could not be used');
      return { kind: 'failed', status, problem: 'The mail server can’t be used at the moment.' };
    }
    const said = response.replaceAll(/[\p{Cc}\s]+/gu, ' ').slice(0, 200);
    return isForGood(status)
      ? { kind: 'refused', status, problem: `The mail server refused it: ${said}` }
      : { kind: 'failed', status, problem: `The mail server can’t take it now: ${said}` };
  }
}

const smtpError = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});

/** Replies 5yz are for good (rfc-editor.org/rfc/rfc5321, 4.2.1); 503 is about the conversation, not about the message. */
const isForGood = (status: number) => status >= 500 && status !== 503;

const domainOf = (sender: string) => /@([^\s<>@]+)>?$/.exec(sender.trim())?.[1] ?? 'localhost';

/** Without SMTP_URL. */
export const noMail = noChannel('No mail server is configured (SMTP_URL), so no e-mail is sent.');

/**
 * Whom mails come from where MAIL_FROM doesn't say: the mail server's user, if that is an address, else `no-reply` at
 * our own host.
 */
export function defaultSender(smtpUrl: string, publicUrl: string): string {
  const user = querystring.unescape(new URL(smtpUrl).username);
  if (z.email().safeParse(user).success) return `KaiVox <${user}>`;
  const { hostname } = new URL(publicUrl);
  const isName = /[a-z]/i.test(hostname) && !hostname.startsWith('[');
  return `KaiVox <no-reply@${isName ? hostname : 'localhost'}>`;
}
