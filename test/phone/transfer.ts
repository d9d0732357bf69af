import { randomUUID } from 'node:crypto';
import type { Exchange } from './exchange.ts';
import type { StepOf } from './step.ts';
import type { TransferReport, TransferStatus } from './webhook-fields.ts';
import type { Webhooks } from './webhooks.ts';

/** A `Dial` under way: several telephones ring at once, and one of them may be put through. */
export class Transfer {
  /** Vobiz's id of the second leg. */
  readonly #legB = randomUUID();
  #isConnected = false;

  constructor(
    private readonly webhooks: Webhooks,
    private readonly dial: StepOf<'dial'>,
  ) {}

  /** One of those called answers, and talks with the caller. */
  async connect(): Promise<Exchange[]> {
    if (this.#isConnected) return [];
    this.#isConnected = true;
    return [...(await this.#report('DialAnswer')), ...(await this.#report('DialConnected'))];
  }

  /** @returns what was told, and the reply of `action` where that is the next document */
  async end(status: TransferStatus): Promise<{ told: Exchange[]; reply: Exchange | undefined }> {
    const told = status === 'completed' ? await this.connect() : [];
    if (this.#isConnected) told.push(...(await this.#report('DialHangup')));
    const { action, attributes } = this.dial;
    if (action === undefined) return { told, reply: undefined };
    const occasion = {
      event: 'transferred',
      status,
      ...(this.#isConnected ? { legB: this.#legB } : {}),
    } as const;
    if (attributes.redirect !== 'false') return { told, reply: await this.webhooks.ask(action, occasion) };
    return { told: [...told, await this.webhooks.report(action, occasion)], reply: undefined };
  }

  /** The caller hangs up meanwhile: no reply is followed any more. */
  async abandon(): Promise<Exchange[]> {
    const { told, reply } = await this.end(this.#isConnected ? 'completed' : 'cancel');
    return reply ? [...told, reply] : told;
  }

  async #report(report: TransferReport): Promise<Exchange[]> {
    const { callbackUrl } = this.dial.attributes;
    if (callbackUrl === undefined) return [];
    return [await this.webhooks.report(callbackUrl, { event: 'transferReport', report, legB: this.#legB })];
  }
}
