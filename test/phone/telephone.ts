import { randomUUID } from 'node:crypto';
import { CallProgress, type Due, type Hangup, type ProgressOptions } from './call-progress.ts';
import type { Body, PostOptions } from './carrier.ts';
import { type Exchange, type Outcome, outcome, type WebhookName } from './exchange.ts';
import type { Waiting } from './playback.ts';
import { CallRecordings, endsBy, type Sound } from './recordings.ts';
import type { RecordShape } from './step.ts';
import type { StreamLine } from './stream/stream-line.ts';
import type { Call, Fields, Occasion, Recording, RecordingEnd, TransferStatus } from './webhook-fields.ts';
import { Webhooks, type WebhooksOptions } from './webhooks.ts';

export { NotWaiting } from './call-progress.ts';

export type TelephoneOptions = WebhooksOptions &
  ProgressOptions & {
    /** The caller's number, in any form that carriers send. */
    from: string;
    /** The number that was called. */
    to: string;
    /** Vobiz's id of the call; a new one by default. */
    callId?: string;
    /** Records what is said where a document asks for that, and says where the recording can be had. */
    recorder?: (words: string) => Recording;
    /** The same of a whole call. */
    sessionRecorder?: () => Sound;
  };

/**
 * When Vobiz tells of the sound of a recorded turn: while the `Redirect` after it waits, before that, with the second
 * that waits, while it waits and once more, not at all, or after the hangup. A number is which `Redirect` it comes with.
 */
export type SoundComes = 'in time' | 'early' | 'late' | 'twice' | 'never' | 'after the hangup' | number;

/** With which redirects a sound comes. */
const COMES: Readonly<Record<Exclude<SoundComes, 'after the hangup' | number>, readonly number[]>> = {
  'in time': [1],
  early: [0],
  late: [2],
  twice: [1, Number.POSITIVE_INFINITY],
  never: [],
};

const redirectsOf = (comes: Exclude<SoundComes, 'after the hangup'>) =>
  typeof comes === 'number' ? [comes] : COMES[comes];

/**
 * A call as Vobiz carries it: posts the webhooks of a dialect and follows each document as Vobiz would, but takes no
 * time for speaking and waiting. `say` and the others resolve when it is the caller's turn again, or the call is over.
 */
export class Telephone {
  readonly call: Call;
  readonly #options: TelephoneOptions;
  readonly #webhooks: Webhooks;
  readonly #recordings: CallRecordings;
  readonly #progress: CallProgress;
  readonly #shape: RecordShape;

  constructor(options: TelephoneOptions) {
    this.#options = options;
    this.call = { callId: options.callId ?? randomUUID(), from: options.from, to: options.to };
    this.#webhooks = new Webhooks(options, this.call);
    this.#shape = options.record ?? 'documented';
    const ofSession = options.sessionRecorder ?? (() => ({ durationSeconds: this.#progress.secondsSoFar }));
    this.#recordings = new CallRecordings(this.#webhooks, this.#shape, ofSession);
    this.#progress = new CallProgress(options, this.call, this.#webhooks, this.#recordings);
  }

  get exchanges(): Exchange[] {
    return this.#webhooks.exchanges;
  }

  get state(): Outcome['state'] {
    return this.#progress.isOver ? 'over' : 'listening';
  }

  /** The element at which the call waits. */
  get waitsAt(): Waiting['at']['step'] | undefined {
    return this.#progress.waiting?.at.step;
  }

  /** The sound of the call, for each `Stream` that it came to. */
  get lines(): readonly StreamLine[] {
    return this.#progress.lines;
  }

  /** The last of them. */
  get line(): StreamLine | undefined {
    return this.lines.at(-1);
  }

  /** What Vobiz would not take, of documents and of streams, a sentence each. */
  get problems(): string[] {
    const ofDocuments = this.exchanges.flatMap(({ webhook, problems }) =>
      problems.map((problem) => `${webhook}: ${problem}`),
    );
    const ofStreams = this.lines.flatMap(({ problems }) => problems.map((problem) => `stream: ${problem}`));
    return [...ofDocuments, ...ofStreams];
  }

  /** Calls: Vobiz asks what to do, and the greeting is heard. */
  async dial(): Promise<Outcome> {
    this.#progress.begin();
    return this.#progress.followReply(await this.#webhooks.askPortal('answer', { event: 'answered' }));
  }

  /** Speaks; also into a `Record`, where there is a `recorder`. */
  say(
    words: string,
    { confidence = 0.9, sound = 'in time' }: { confidence?: number; sound?: SoundComes } = {},
  ): Promise<Outcome> {
    this.#recordings.heard();
    const { recorder } = this.#options;
    if (recorder && this.waitsAt === 'record')
      return this.#endRecording(recorder(words), 'RecordingTimeout', sound);
    return this.#answer('gather', { event: 'spoke', words, confidence });
  }

  /** Presses keys: an answer, the end of a recorded turn, and of a session's recording that any key ends. */
  async press(digits: string): Promise<Outcome> {
    const ended = await this.#recordings.press(digits);
    const told = await this.#press(digits);
    return { ...told, exchanges: [...ended, ...told.exchanges] };
  }

  /** Says nothing, for so many `seconds`: Vobiz posts that, or, where it `runsOn`, runs the elements that follow. */
  async staySilent({ runsOn = false, seconds = 0 } = {}): Promise<Outcome> {
    const ended = await this.#recordings.stayedSilent(seconds);
    const told = await this.#hearNothing(runsOn);
    return { ...told, exchanges: [...ended, ...told.exchanges] };
  }

  /** Answers a `Record`: the caller spoke, and the recording can be had at its URL. */
  record(recording: Sound, { sound = 'in time' }: { sound?: SoundComes } = {}): Promise<Outcome> {
    return this.#endRecording(recording, 'RecordingTimeout', sound);
  }

  /** One of those whom a `Dial` calls answers, and is put through. */
  async answerTransfer(): Promise<Outcome> {
    return outcome((await this.#progress.transfer?.connect()) ?? [], [], this.state);
  }

  /** Answers a `Dial`: how the transfer went. */
  async endTransfer(status: TransferStatus): Promise<Outcome> {
    return this.#progress.endTransfer(status, this.#progress.takeTurn('dial').otherwise);
  }

  /** Leaves a `Conference`, without hanging up. */
  async leaveConference(): Promise<Outcome> {
    return this.#progress.runOn(this.#progress.takeTurn('conference').otherwise);
  }

  /** Waits until the stream ends, and follows what comes then. */
  async untilStreamEnds(): Promise<Outcome> {
    const reports = (await this.line?.ended) ?? [];
    if (this.state === 'over') return outcome(reports, [], 'over');
    return this.#progress.runOn(this.#progress.takeTurn('stream').otherwise, reports);
  }

  /** By the REST API, the call is sent to an address: what runs is interrupted. */
  async sendElsewhere(url: string): Promise<Outcome> {
    this.#progress.waiting = undefined;
    const reports = (await this.line?.close()) ?? [];
    return this.#progress.followReply(await this.#webhooks.ask(url, { event: 'sentElsewhere' }), reports);
  }

  /** The caller hangs up; `to: 'answer'` where the portal names no hangup address. */
  async hangUp(hangup: Hangup = {}): Promise<Outcome> {
    return outcome(await this.#progress.endCall('Caller', hangup), [], 'over');
  }

  /** Delivers the last webhook again, and this time follows the reply: for a delivery that got none. */
  async redeliver(): Promise<Outcome> {
    return this.#progress.followReply(await this.repeatLast());
  }

  /** Posts anything at all, once, and leaves the call as it stands. `fields` gives a body to start from. */
  post(webhook: WebhookName, body: Body, options?: PostOptions): Promise<Exchange> {
    return this.#webhooks.post(webhook, body, options);
  }

  /** Delivers the last webhook again, and leaves the call as it stands. */
  repeatLast(options?: { replays?: boolean }): Promise<Exchange> {
    return this.#webhooks.repeatLast(options);
  }

  /** What Vobiz posts on an occasion. */
  fields(occasion: Occasion): Fields {
    return this.#webhooks.fields(occasion);
  }

  async #answer(at: 'gather' | 'record', occasion: Occasion): Promise<Outcome> {
    const { at: element, otherwise } = this.#progress.takeTurn(at);
    const action = 'action' in element ? element.action : undefined;
    // Where `redirect` is off, silence isn't posted: the elements after it run.
    const isSilence = occasion.event === 'stayedSilent' && element.attributes.redirect === 'false';
    if (action === undefined || isSilence) return this.#progress.runOn(otherwise);
    return this.#progress.followReply(await this.#webhooks.ask(action, occasion));
  }

  async #press(digits: string): Promise<Outcome> {
    const at = this.#progress.waiting?.at;
    if (at?.step !== 'record') return this.#answer('gather', { event: 'pressed', digits });
    // A key that ends no recording is sound of it, and no more.
    if (!endsBy(at, digits)) return outcome([], [], this.state);
    return this.#endRecording({ durationSeconds: 1 }, 'FinishedOnKey');
  }

  async #hearNothing(runsOn: boolean): Promise<Outcome> {
    const at = this.waitsAt === 'record' ? 'record' : 'gather';
    if (runsOn) {
      const { otherwise } = this.#progress.takeTurn(at);
      this.#recordings.endTurn({ durationSeconds: 0 }, 'RecordingTimeout');
      return this.#progress.runOn(otherwise);
    }
    if (at === 'gather' || this.#isAskedForSound) return this.#answer(at, { event: 'stayedSilent' });
    return this.#endRecording(this.#options.recorder?.('') ?? { durationSeconds: 0 }, 'RecordingTimeout');
  }

  /** On older pages the answer to the sound is the next document, unless `redirect` is off. */
  get #isAskedForSound(): boolean {
    return this.#shape === 'older' && this.#progress.waiting?.at.attributes.redirect !== 'false';
  }

  /** The turn's recording ends, and its sound is told of as the account does that. */
  async #endRecording(sound: Sound, reason: RecordingEnd, comes: SoundComes = 'in time'): Promise<Outcome> {
    const isAsked = this.#isAskedForSound;
    const { at, otherwise } = this.#progress.takeTurn('record');
    const tell = this.#recordings.endTurn(sound, reason);
    if (isAsked && 'action' in at && at.action !== undefined) {
      const recording = {
        url: `https://media.vobiz.ai/v1/recordings/${this.call.callId}.mp3`,
        id: randomUUID(),
        ...sound,
      };
      const reply = await this.#webhooks.ask(at.action, { event: 'recorded', ...recording });
      return this.#progress.followReply(reply);
    }
    const due: Due[] = [];
    if (tell && comes === 'after the hangup') this.#progress.afterHangup.push(tell);
    else if (tell && comes !== 'after the hangup')
      due.push(...redirectsOf(comes).map((redirect) => ({ with: redirect, tell })));
    return this.#progress.runOn(otherwise, [], due);
  }
}
