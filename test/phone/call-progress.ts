import { type Exchange, type Outcome, outcome, stepsOf } from './exchange.ts';
import { play, type Waiting } from './playback.ts';
import type { CallRecordings } from './recordings.ts';
import type { RecordShape, Step, StepOf } from './step.ts';
import { StreamLine, type StreamOptions } from './stream/stream-line.ts';
import { Transfer } from './transfer.ts';
import type { Call, TransferStatus } from './webhook-fields.ts';
import type { Webhooks } from './webhooks.ts';

export type ProgressOptions = {
  record?: RecordShape;
  /** False: the hangup webhook is only sent when the caller hangs up, not when a document does. */
  reportsHangup?: boolean;
  /** How every `Dial` ends; without it, it waits for `endTransfer`. */
  dial?: TransferStatus;
  /** The account's numbers besides the one that was called: a `Dial` may show these alone as its caller. */
  ourNumbers?: readonly string[];
  /** Opens streams; without it a `Stream` can't be opened, and the element after it runs. */
  stream?: StreamOptions;
  /** The account that a stream names. */
  parentAuthId?: string;
};

export type Hangup = { durationSeconds?: number; cause?: string; to?: 'hangup' | 'answer' };

/** Something to be posted along with a redirect, the first of which is 1; 0 is before that. */
export type Due = { with: number; tell: () => Promise<Exchange> };

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

/** What runs next, and the exchange that brought it. */
type Next = { steps: Step[]; from: Exchange | undefined };

/** Where a call stands: follows documents until it is somebody's turn, or the call is over. */
export class CallProgress {
  waiting: Waiting | undefined;
  isOver = false;
  /** The second legs of a `Dial` that the call waits at. */
  transfer: Transfer | undefined;
  /** The sound of the call, for each `Stream` that it came to. */
  readonly lines: StreamLine[] = [];
  /** What Vobiz tells only once the call is over. */
  readonly afterHangup: (() => Promise<Exchange>)[] = [];
  #isAnswered = false;
  #answeredAt = performance.now();

  constructor(
    private readonly options: ProgressOptions,
    private readonly call: Call,
    private readonly webhooks: Webhooks,
    private readonly recordings: CallRecordings,
  ) {}

  begin(): void {
    this.#answeredAt = performance.now();
  }

  /** Ends the wait, so that nothing is said twice. */
  takeTurn(at: Waiting['at']['step']): Waiting {
    const { waiting } = this;
    if (waiting?.at.step !== at) throw new NotWaiting(at, this.isOver ? 'over' : waiting?.at.step);
    this.waiting = undefined;
    return waiting;
  }

  /** Goes where a reply leads. */
  followReply(reply: Exchange, before: Exchange[] = []): Promise<Outcome> {
    return this.#follow({ steps: stepsOf(reply), from: reply }, [...before, reply], []);
  }

  /** Runs the steps that were left, with what is to be posted meanwhile. */
  runOn(steps: Step[], exchanges: Exchange[] = [], due: Due[] = []): Promise<Outcome> {
    return this.#follow({ steps, from: undefined }, exchanges, due);
  }

  async endTransfer(status: TransferStatus, otherwise: Step[]): Promise<Outcome> {
    const exchanges: Exchange[] = [];
    const next = await this.#afterTransfer(status, otherwise, exchanges);
    return this.#follow(next, exchanges, []);
  }

  async endCall(source: 'Caller' | 'Vobiz', hangup: Hangup & { billSeconds?: number }): Promise<Exchange[]> {
    const abandoned = (await this.transfer?.abandon()) ?? [];
    this.isOver = true;
    this.waiting = undefined;
    this.transfer = undefined;
    const streamed = (await this.lines.at(-1)?.close()) ?? [];
    const {
      durationSeconds = this.secondsSoFar,
      cause = 'NORMAL_CLEARING',
      to = 'hangup',
      billSeconds,
    } = hangup;
    const tooLong = await this.recordings.callLasted(durationSeconds);
    const length = { durationSeconds, ...(billSeconds === undefined ? {} : { billSeconds }) };
    const end = await this.webhooks.askPortal(to, { event: 'hungUp', ...length, cause, source });
    const late: Exchange[] = await this.recordings.hungUp();
    for (const tell of this.afterHangup.splice(0)) late.push(await tell());
    return [...abandoned, ...streamed, ...tooLong, end, ...late];
  }

  get secondsSoFar(): number {
    return Math.max(1, Math.ceil((performance.now() - this.#answeredAt) / 1_000));
  }

  async #follow(first: Next, exchanges: Exchange[], due: Due[]): Promise<Outcome> {
    const heard: string[] = [];
    let next: Next | undefined = first;
    let redirects = 0;
    const told = (redirect: number) => due.filter((each) => each.with === redirect).map(({ tell }) => tell());
    exchanges.push(...(await Promise.all(told(0))));
    while (next && !this.isOver) {
      const { steps, from }: Next = next;
      const played = play(steps, { ...this.#shape, isAnswered: this.#isAnswered });
      const { end, begun, spoken } = played;
      heard.push(...spoken);
      this.#isAnswered = played.isAnswered;
      const early: Exchange[] = [];
      for (const record of begun) early.push(...(await this.recordings.begin(record)));
      exchanges.push(...early);
      if (end.next === 'wait') next = await this.#arrive(end.waiting, { early, from }, exchanges);
      else if (end.next === 'redirect' && redirects < MOST_REDIRECTS) {
        redirects += 1;
        const asked = this.webhooks.ask(end.url, { event: 'redirected' });
        const [reply, ...reports]: Exchange[] = await Promise.all([asked, ...told(redirects)]);
        exchanges.push(...reports);
        if (reply) exchanges.push(reply);
        next = reply && { steps: stepsOf(reply), from: reply };
      } else {
        if (end.next === 'redirect') from?.problems.push(`More than ${MOST_REDIRECTS} redirects in a row.`);
        exchanges.push(...(await this.#hangUpAsTold(from, 'unanswered' in end ? end.unanswered : undefined)));
        next = undefined;
      }
    }
    // What would come with a redirect that there was no need of, comes now.
    for (const { tell } of due.filter((each) => each.with > redirects)) exchanges.push(await tell());
    return outcome(exchanges, heard, this.isOver ? 'over' : 'listening');
  }

  get #shape(): { record: RecordShape } {
    return { record: this.options.record ?? 'documented' };
  }

  /** The call has come to an element that waits. @returns what runs instead, where it doesn't */
  async #arrive(
    waiting: Waiting,
    { early, from }: { early: Exchange[]; from: Exchange | undefined },
    exchanges: Exchange[],
  ): Promise<Next | undefined> {
    const { at, otherwise } = waiting;
    switch (at.step) {
      case 'record': {
        // With `redirect` on, what `action` answers near the start is the next document.
        const reply =
          at.attributes.redirect === 'true' && this.#shape.record === 'documented' && early.at(-1);
        if (reply) return { steps: stepsOf(reply), from: reply };
        break;
      }
      case 'dial': {
        this.transfer = new Transfer(this.webhooks, at);
        const reason = this.#whyItFails(at);
        if (reason) from?.problems.push(reason);
        const status = reason ? 'failed' : this.options.dial;
        if (status) return this.#afterTransfer(status, otherwise, exchanges);
        break;
      }
      case 'stream': {
        const line = await this.#open(at);
        if (!line) return { steps: otherwise, from };
        this.lines.push(line);
        break;
      }
    }
    this.waiting = waiting;
    return undefined;
  }

  async #afterTransfer(status: TransferStatus, otherwise: Step[], exchanges: Exchange[]): Promise<Next> {
    const transfer = this.transfer;
    this.transfer = undefined;
    const { told = [], reply } = (await transfer?.end(status)) ?? {};
    exchanges.push(...told);
    if (!reply) return { steps: otherwise, from: undefined };
    exchanges.push(reply);
    return { steps: stepsOf(reply), from: reply };
  }

  /** Why the second leg of a `Dial` can't come about. */
  #whyItFails({ attributes: { callerId } }: StepOf<'dial'>): string | undefined {
    if (!this.#isAnswered)
      return 'Dial comes while the call still rings: Speak, Play or Wait has to stand before it.';
    const ours = [this.call.to, ...(this.options.ourNumbers ?? [])].map(digitsOf);
    if (callerId === undefined || ours.includes(digitsOf(callerId))) return undefined;
    return `Dial's callerId="${callerId}" is no number of the account.`;
  }

  async #open({ url, attributes }: StepOf<'stream'>): Promise<StreamLine | undefined> {
    if (!this.options.stream) return undefined;
    const { statusCallbackUrl } = attributes;
    return StreamLine.open({
      url: this.webhooks.carrier.reachSocket(url),
      callId: this.call.callId,
      accountId: this.options.parentAuthId ?? 'MA_PHONE',
      maxRetries: Number(attributes.maxRetries ?? 0),
      report: async (report, streamId, name) =>
        statusCallbackUrl === undefined
          ? []
          : [
              await this.webhooks.report(statusCallbackUrl, {
                event: 'streamReport',
                report,
                streamId,
                ...(name === undefined ? {} : { name }),
              }),
            ],
      ...this.options.stream,
    });
  }

  async #hangUpAsTold(from: Exchange | undefined, unanswered: string | undefined): Promise<Exchange[]> {
    this.isOver = true;
    if (this.options.reportsHangup === false) return [];
    if (unanswered !== undefined) {
      const cause = unanswered === 'busy' ? 'USER_BUSY' : 'CALL_REJECTED';
      return this.endCall('Vobiz', { durationSeconds: 0, billSeconds: 0, cause });
    }
    return this.endCall('Vobiz', from?.isRefused ? { cause: 'NORMAL_TEMPORARY_FAILURE' } : {});
  }
}

const digitsOf = (number: string) => number.replace(/\D/g, '');
