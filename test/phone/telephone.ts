import { randomUUID } from 'node:crypto';
import { type Body, Carrier, type CarrierOptions, type PostOptions } from './carrier.ts';
import { type Exchange, type Outcome, outcome, type WebhookName, webhookAt } from './exchange.ts';
import { type Playback, play, type Waiting } from './playback.ts';
import {
  type Call,
  type Fields,
  type Occasion,
  type Recording,
  type TransferStatus,
  webhookFields,
} from './webhook-fields.ts';

export type TelephoneOptions = CarrierOptions & {
  /** The caller's number, in any form that carriers send. */
  from: string;
  /** The number that was called. */
  to: string;
  /** Vobiz's id of the call; a new one by default. */
  callId?: string;
  /** Sent with every webhook, such as ParentAuthID or X-VH-… . */
  extraFields?: Record<string, string>;
  /** False: the hangup webhook is only sent when the caller hangs up, not when a document does. */
  reportsHangup?: boolean;
  /** Records what is said where a document asks for that, and says where the recording can be had. */
  recorder?: (words: string) => Recording;
  /** Told of every exchange as it happens. */
  onExchange?: (exchange: Exchange) => void;
};

type Hangup = { durationSeconds?: number; cause?: string; to?: 'hangup' | 'answer' };

/** A caller who speaks now is not heard. The message is a sentence to show. */
export class NotWaiting extends Error {
  override readonly name = 'NotWaiting';
  constructor(wanted: string, found: string | undefined) {
    super(
      found === 'over' ? 'The call is over.' : `The call waits at ${found ?? 'nothing'}, not at a ${wanted}.`,
    );
  }
}

/** More in a row than any reply needs. */
const MOST_REDIRECTS = 30;

/**
 * A call as Vobiz carries it: posts the webhooks of a dialect and follows each document as Vobiz would, but takes no
 * time for speaking and waiting. `say` and the others resolve when it is the caller's turn again, or the call is over.
 */
export class Telephone {
  readonly exchanges: Exchange[] = [];
  readonly call: Call;
  readonly #options: TelephoneOptions;
  readonly #carrier: Carrier;
  #waiting: Waiting | undefined;
  #isOver = false;
  #answeredAt = performance.now();

  constructor(options: TelephoneOptions) {
    this.#options = options;
    this.#carrier = new Carrier(options);
    this.call = { callId: options.callId ?? randomUUID(), from: options.from, to: options.to };
  }

  get state(): Outcome['state'] {
    return this.#isOver ? 'over' : 'listening';
  }

  /** Calls: Vobiz asks what to do, and the greeting is heard. */
  async dial(): Promise<Outcome> {
    this.#answeredAt = performance.now();
    return this.#followReply(await this.#post(this.#carrier.address('answer'), { event: 'answered' }));
  }

  /** Speaks; also into a `Record`, where there is a `recorder`. */
  say(words: string, { confidence = 0.9 } = {}): Promise<Outcome> {
    const { recorder } = this.#options;
    if (recorder && this.#waiting?.at.step === 'record') return this.record(recorder(words));
    return this.#answer('gather', { event: 'spoke', words, confidence });
  }

  press(digits: string): Promise<Outcome> {
    return this.#answer('gather', { event: 'pressed', digits });
  }

  /** Says nothing: Vobiz posts that, or, where it `runsOn`, runs the elements that follow. */
  async staySilent({ runsOn = false } = {}): Promise<Outcome> {
    const at = this.#waiting?.at.step === 'record' ? 'record' : 'gather';
    if (!runsOn) return this.#answer(at, { event: 'stayedSilent' });
    return this.#follow(play(this.#takeTurn(at).otherwise), []);
  }

  /** Answers a `Record`: the caller spoke, and the recording can be had at its URL. */
  record(recording: Recording): Promise<Outcome> {
    return this.#answer('record', { event: 'recorded', ...recording });
  }

  /** Answers a `Dial`: how the transfer went. */
  endTransfer(status: TransferStatus): Promise<Outcome> {
    return this.#answer('dial', { event: 'transferred', status });
  }

  /** The caller hangs up; `to: 'answer'` where the portal names no hangup address. */
  async hangUp(hangup: Hangup = {}): Promise<Outcome> {
    return outcome([await this.#endCall('Caller', hangup)], [], 'over');
  }

  /** Delivers the last webhook again, and this time follows the reply: for a delivery that got none. */
  async redeliver(): Promise<Outcome> {
    return this.#followReply(await this.repeatLast());
  }

  /** Posts anything at all, and leaves the call as it stands. `fields` gives a body to start from. */
  async post(webhook: WebhookName, body: Body, options?: PostOptions): Promise<Exchange> {
    return this.#noted(await this.#carrier.post(webhook, body, options));
  }

  /** Delivers the last webhook again, and leaves the call as it stands. */
  async repeatLast(options?: { replays?: boolean }): Promise<Exchange> {
    return this.#noted(await this.#carrier.repeatLast(options));
  }

  /** What Vobiz posts on an occasion. */
  fields(occasion: Occasion): Fields {
    return { ...webhookFields(this.#options.dialect, this.call, occasion), ...this.#options.extraFields };
  }

  async #answer(at: Waiting['at']['step'], occasion: Occasion): Promise<Outcome> {
    const { at: element, otherwise } = this.#takeTurn(at);
    if (element.action === undefined) return this.#follow(play(otherwise), []);
    return this.#followReply(await this.#post(element.action, occasion));
  }

  /** Ends the wait, so that nothing is said twice. */
  #takeTurn(at: Waiting['at']['step']): Waiting {
    const waiting = this.#waiting;
    if (waiting?.at.step !== at) throw new NotWaiting(at, this.#isOver ? 'over' : waiting?.at.step);
    this.#waiting = undefined;
    return waiting;
  }

  #followReply(exchange: Exchange): Promise<Outcome> {
    return this.#follow(play(exchange.steps), [exchange]);
  }

  /** Goes where documents lead, until it is the caller's turn or the call is over. */
  async #follow(first: Playback, exchanges: Exchange[]): Promise<Outcome> {
    const heard = [...first.spoken];
    let { end } = first;
    for (let redirects = 0; end.next === 'redirect' && !this.#isOver; redirects++) {
      const exchange: Exchange = await this.#post(end.url, { event: 'redirected' });
      exchanges.push(exchange);
      heard.push(...exchange.spoken);
      end = play(exchange.steps).end;
      if (redirects + 1 < MOST_REDIRECTS || end.next !== 'redirect') continue;
      exchange.problems.push(`More than ${MOST_REDIRECTS} redirects in a row.`);
      end = { next: 'hangUp' };
    }
    if (end.next === 'wait' && !this.#isOver) this.#waiting = end.waiting;
    else if (!this.#isOver) exchanges.push(...(await this.#hangUpAsTold()));
    return outcome(exchanges, heard, this.state);
  }

  async #hangUpAsTold(): Promise<Exchange[]> {
    this.#isOver = true;
    return this.#options.reportsHangup === false ? [] : [await this.#endCall('Vobiz', {})];
  }

  async #endCall(
    source: 'Caller' | 'Vobiz',
    { durationSeconds, cause, to = 'hangup' }: Hangup,
  ): Promise<Exchange> {
    this.#isOver = true;
    this.#waiting = undefined;
    const seconds = durationSeconds ?? Math.max(1, Math.ceil((performance.now() - this.#answeredAt) / 1_000));
    return this.post(
      to,
      this.fields({ event: 'hungUp', durationSeconds: seconds, cause: cause ?? 'NORMAL_CLEARING', source }),
    );
  }

  #post(url: string, occasion: Occasion): Promise<Exchange> {
    return this.post(webhookAt(url), this.fields(occasion), { url });
  }

  #noted(exchange: Exchange): Exchange {
    this.exchanges.push(exchange);
    this.#options.onExchange?.(exchange);
    return exchange;
  }
}
