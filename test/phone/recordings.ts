import { randomUUID } from 'node:crypto';
import type { Exchange } from './exchange.ts';
import { isOfSession, type RecordShape, type StepOf } from './step.ts';
import type { Recording, RecordingEnd } from './webhook-fields.ts';
import type { Webhooks } from './webhooks.ts';

/** A `Record` that runs. */
type Running = { id: string; step: StepOf<'record'>; silentSeconds: number };

/** Where a sound can be had; of what isn't told, the call decides. */
export type Sound = Partial<Recording> & Pick<Recording, 'durationSeconds'>;

/** Vobiz's defaults, in seconds. */
const SILENCE = 60;
const LENGTH = 60;
const EVERY_KEY = '0123456789*#';

/** Whether one of these keys ends a recording. */
export const endsBy = ({ attributes }: Pick<StepOf<'record'>, 'attributes'>, digits: string): boolean =>
  [...digits].some((digit) => (attributes.finishOnKey ?? EVERY_KEY).includes(digit));

/** The recordings of one call, and whom Vobiz tells of them. */
export class CallRecordings {
  #sessions: Running[] = [];
  #turn: Running | undefined;

  constructor(
    private readonly webhooks: Webhooks,
    private readonly shape: RecordShape,
    /** Where the recording of a whole call can be had. */
    private readonly ofSession: () => Sound,
  ) {}

  /** Begins one: as documented since 2026, `action` is asked near the start, with the id alone. */
  async begin(step: StepOf<'record'>): Promise<Exchange[]> {
    const running = { id: randomUUID(), step, silentSeconds: 0 };
    if (isOfSession(step)) this.#sessions.push(running);
    else this.#turn = running;
    if (this.shape === 'older' || step.action === undefined) return [];
    const occasion = { event: 'recordingBegan', id: running.id } as const;
    // With `redirect` on, its reply is the next document: only where it is asked on the caller's turn.
    const asks = step.attributes.redirect === 'true' && !isOfSession(step);
    return [
      await (asks ? this.webhooks.ask(step.action, occasion) : this.webhooks.report(step.action, occasion)),
    ];
  }

  /** Whether a turn's recording is still going on. */
  get isRecordingTurn(): boolean {
    return this.#turn !== undefined;
  }

  /** The caller's turn is over. @returns what tells of its sound; nothing where no address is told */
  endTurn(sound: Sound, reason: RecordingEnd): (() => Promise<Exchange>) | undefined {
    const turn = this.#turn;
    this.#turn = undefined;
    return turn && this.#stop(turn, sound, reason);
  }

  /** Keys that end the recording of a session, end it. */
  press(digits: string): Promise<Exchange[]> {
    return this.#endSessions('FinishedOnKey', ({ step }) => endsBy(step, digits));
  }

  /** So does silence that lasts. */
  stayedSilent(seconds: number): Promise<Exchange[]> {
    for (const session of this.#sessions) session.silentSeconds += seconds;
    return this.#endSessions(
      'RecordingTimeout',
      ({ step, silentSeconds }) => silentSeconds >= numberOf(step, 'timeout', SILENCE),
    );
  }

  /** And so does their length, in a call that went on for that long. */
  callLasted(seconds: number): Promise<Exchange[]> {
    return this.#endSessions('maxLength', ({ step }) => seconds > numberOf(step, 'maxLength', LENGTH));
  }

  /** Somebody spoke. */
  heard(): void {
    for (const session of this.#sessions) session.silentSeconds = 0;
  }

  /** The call is over, and with it all that still ran. */
  async hungUp(): Promise<Exchange[]> {
    const turn = this.shape === 'older' ? undefined : this.endTurn({ durationSeconds: 0 }, 'HungUp');
    const told = turn ? [await turn()] : [];
    return [...told, ...(await this.#endSessions('HungUp', () => true))];
  }

  async #endSessions(reason: RecordingEnd, ends: (session: Running) => boolean): Promise<Exchange[]> {
    const ended = this.#sessions.filter(ends);
    this.#sessions = this.#sessions.filter((session) => !ended.includes(session));
    const told: Exchange[] = [];
    for (const session of ended) {
      const exchange = await this.#stop(session, this.ofSession(), reason)?.();
      if (exchange) told.push(exchange);
    }
    return told;
  }

  #stop({ id, step }: Running, sound: Sound, reason: RecordingEnd): (() => Promise<Exchange>) | undefined {
    const { callbackUrl } = step.attributes;
    const recording = {
      url: `https://media.vobiz.ai/v1/recordings/${id}.${step.attributes.fileFormat ?? 'mp3'}`,
      ...sound,
    };
    if (this.shape === 'documented') {
      // The id is the one that `action` was told.
      const occasion = { ...recording, event: 'recordingStopped', id, reason } as const;
      return callbackUrl === undefined ? undefined : () => this.webhooks.report(callbackUrl, occasion);
    }
    const told = isOfSession(step) ? (callbackUrl ?? step.action) : step.action;
    const occasion = { id, ...recording, event: 'recorded' } as const;
    return told === undefined ? undefined : () => this.webhooks.report(told, occasion);
  }
}

function numberOf({ attributes }: StepOf<'record'>, name: string, usual: number): number {
  const value = attributes[name];
  return value === undefined ? usual : Number(value);
}
