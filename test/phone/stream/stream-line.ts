import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Exchange } from '../exchange.ts';
import type { StreamReport } from '../webhook-fields.ts';
import { readFrame, type ServerFrame } from './frames.ts';
import { FRAME_BYTES, SILENCE } from './mulaw.ts';
import { Playing } from './playing.ts';

export type StreamOptions = {
  /** How long 20 ms of sound take; less in tests that have no need of real time. */
  paceMs?: number;
  /** Says `stop` before the call's end closes the socket, as some accounts do. */
  saysStop?: boolean;
  /** Which of the two undocumented forms a pressed key is told in. */
  dtmf?: 'nested' | 'flat';
};

type Setting = StreamOptions & {
  /** Where the socket is opened. */
  url: string;
  callId: string;
  accountId: string;
  maxRetries: number;
  /** Tells `statusCallbackUrl`, where there is one. */
  report: (report: StreamReport, streamId: string, name?: string) => Promise<Exchange[]>;
};

/** A frame's length in milliseconds, of sound and, unless tests hurry, of time. */
const FRAME_MS = 20;

/** More frames than that at once would be no catching up after a pause, but another. */
const MOST_AT_ONCE = 50;

type Waiter = { quietFrames: number; framesLeft: number; resolve: (isAnswered: boolean) => void };

/** A call as sound, both ways: Vobiz's side of a stream's WebSocket (docs.vobiz.ai, "Stream"). Sound is µ-law, 8 kHz. */
export class StreamLine {
  /** What Vobiz would not take of the frames that came, a sentence each. */
  readonly problems: string[] = [];
  /** The ids of the sockets there were: each has its own. */
  readonly streamIds: string[] = [];
  /** Checkpoints that were passed, in order. */
  readonly passed: string[] = [];
  /** Resolves when no more comes of the stream, with what was told of it. */
  readonly ended: Promise<Exchange[]>;
  readonly #reports: Promise<Exchange[]>[] = [];
  readonly #heard: Buffer[] = [];
  #socket: WebSocket | undefined;
  #playing = new Playing();
  #saying = Buffer.alloc(0);
  #sequence = 0;
  #chunk = 0;
  #isClosed = false;
  #hasStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #quietFrames = 0;
  #wasAnswered = false;
  #waiters: Waiter[] = [];
  #said: (() => void)[] = [];

  private constructor(
    private readonly setting: Setting,
    first: WebSocket,
    retriesLeft: number,
  ) {
    this.ended = this.#live(first, retriesLeft);
  }

  /** Opens it. @returns undefined where that can't be done, also not with `maxRetries` */
  static async open(setting: Setting): Promise<StreamLine | undefined> {
    for (let retriesLeft = setting.maxRetries; retriesLeft >= 0; retriesLeft--) {
      const socket = await connect(setting.url);
      if (socket) return new StreamLine(setting, socket, retriesLeft);
    }
    return undefined;
  }

  /** Whether no more comes of it. */
  get isOver(): boolean {
    return this.#isClosed;
  }

  /** What the caller has heard so far, silence as well. */
  get heard(): Buffer {
    return Buffer.concat(this.#heard);
  }

  /** The caller says this next. Resolves when all of it was sent, or the stream is over. */
  say(sound: Buffer): Promise<void> {
    this.#saying = Buffer.concat([this.#saying, sound]);
    this.#wasAnswered = false;
    return new Promise((resolve) => {
      this.#said.push(resolve);
      if (this.#isClosed) this.#release();
    });
  }

  press(digit: string): void {
    const { dtmf = 'nested' } = this.setting;
    this.#send({
      event: 'dtmf',
      streamId: this.#streamId,
      ...(dtmf === 'flat' ? { digit } : { dtmf: { digit } }),
    });
  }

  /** Resolves once something was heard since the caller last spoke, and then nothing for a while: true; or after long silence: false. */
  untilAnswered({ quietMs = 1_500, patienceMs = 15_000 } = {}): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(this.#wasAnswered);
    return new Promise((resolve) => {
      const [quietFrames, framesLeft] = [quietMs / FRAME_MS, patienceMs / FRAME_MS];
      this.#waiters.push({ quietFrames, framesLeft, resolve });
    });
  }

  /** The connection breaks, as networks do: Vobiz connects anew, as often as `maxRetries` says. */
  drop(): void {
    this.#socket?.terminate();
  }

  /** The call is over. @returns what was told of the stream */
  close(): Promise<Exchange[]> {
    if (!this.#isClosed) {
      this.#isClosed = true;
      if (this.setting.saysStop) this.#send({ event: 'stop', streamId: this.#streamId });
      this.#socket?.close();
    }
    return this.ended;
  }

  get #streamId(): string {
    return this.streamIds.at(-1) ?? '';
  }

  async #live(first: WebSocket, retries: number): Promise<Exchange[]> {
    let socket: WebSocket | undefined = first;
    for (let retriesLeft = retries; ; retriesLeft--) {
      if (socket) await this.#serve(socket);
      if (this.#isClosed || this.#hasStopped) break;
      if (socket) this.#tell('DroppedStream');
      if (retriesLeft === 0) break;
      socket = await connect(this.setting.url);
    }
    this.#isClosed = true;
    this.#tell('StopStream');
    this.#release();
    return (await Promise.all(this.#reports)).flat();
  }

  /** Until the socket is closed, by whomever. */
  async #serve(socket: WebSocket): Promise<void> {
    const streamId = randomUUID();
    this.streamIds.push(streamId);
    this.#socket = socket;
    this.#playing = new Playing();
    [this.#sequence, this.#chunk] = [0, 0];
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // A broken connection is told by its close.
    socket.on('error', () => socket.terminate());
    socket.on('message', (frame, isBinary) => {
      if (isBinary) this.problems.push('A frame is binary, not text.');
      else this.#take(String(frame));
    });
    const { callId, accountId } = this.setting;
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8_000 };
    this.#send({ event: 'start', start: { callId, streamId, accountId, tracks: ['inbound'], mediaFormat } });
    this.#tell('StartStream');
    this.#keepTime();
    await closed;
    clearTimeout(this.#timer);
  }

  #take(text: string): void {
    if (this.#hasStopped) {
      this.problems.push(`A frame came after stop: ${text.slice(0, 60)}.`);
      return;
    }
    const { frame, problems } = readFrame(text, this.#streamId);
    this.problems.push(...problems);
    if (frame) this.#obey(frame);
  }

  #obey(frame: ServerFrame): void {
    switch (frame.event) {
      case 'playAudio':
        if (!this.#playing.add(frame.sound))
          this.problems.push('playAudio came before clearedAudio, so it is thrown away.');
        break;
      case 'checkpoint':
        if (!this.#playing.checkpoint(frame.name))
          this.problems.push('checkpoint came before clearedAudio, so it is thrown away.');
        break;
      case 'clearAudio':
        this.#playing.clear();
        break;
      case 'stop':
        // What is queued is lost.
        this.#hasStopped = true;
        this.#socket?.close();
    }
  }

  /** Frames keep time on the whole, however late a single one is. */
  #keepTime(): void {
    const { paceMs = FRAME_MS } = this.setting;
    let due = performance.now();
    const pass = () => {
      const now = performance.now();
      for (let frames = 0; due <= now && frames < MOST_AT_ONCE; frames++, due += paceMs) this.#tick();
      if (due <= now) due = now + paceMs;
      this.#timer = setTimeout(pass, due - now);
    };
    pass();
  }

  #tick(): void {
    const { heard, isSound, passed, cleared } = this.#playing.tick();
    this.#heard.push(heard);
    if (cleared) {
      this.#send({ event: 'clearedAudio', streamId: this.#streamId });
      this.#tell('ClearedAudio');
    }
    for (const name of passed) {
      this.passed.push(name);
      this.#send({ event: 'playedStream', name }, false);
      this.#tell('PlayedStream', name);
    }
    this.#speak();
    this.#quietFrames = isSound ? 0 : this.#quietFrames + 1;
    this.#wasAnswered ||= isSound;
    this.#waiters = this.#waiters.filter((waiter) => !this.#isMet(waiter));
  }

  #speak(): void {
    const words = this.#saying.subarray(0, FRAME_BYTES);
    this.#saying = this.#saying.subarray(FRAME_BYTES);
    const payload = Buffer.concat([words, Buffer.alloc(FRAME_BYTES - words.length, SILENCE)]);
    this.#chunk += 1;
    const media = {
      track: 'inbound',
      timestamp: `${(this.#chunk - 1) * FRAME_MS}`,
      chunk: this.#chunk,
      payload: payload.toString('base64'),
    };
    this.#send({ streamId: this.#streamId, event: 'media', media });
    if (this.#saying.length === 0) for (const resolve of this.#said.splice(0)) resolve();
  }

  #isMet(waiter: Waiter): boolean {
    waiter.framesLeft -= 1;
    const isAnswered = this.#wasAnswered && this.#quietFrames >= waiter.quietFrames;
    if (!isAnswered && (waiter.framesLeft > 0 || this.#quietFrames === 0)) return false;
    waiter.resolve(isAnswered);
    return true;
  }

  #send(frame: Record<string, unknown>, isNumbered = true): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (isNumbered) this.#sequence += 1;
    this.#socket.send(JSON.stringify(isNumbered ? { sequenceNumber: this.#sequence, ...frame } : frame));
  }

  #tell(report: StreamReport, name?: string): void {
    this.#reports.push(this.setting.report(report, this.#streamId, name));
  }

  /** Whoever waits for more waits no longer. */
  #release(): void {
    for (const { resolve } of this.#waiters.splice(0)) resolve(this.#wasAnswered);
    for (const resolve of this.#said.splice(0)) resolve();
  }
}

/** Vobiz brings none of our headers. @returns undefined where nobody takes it */
async function connect(url: string): Promise<WebSocket | undefined> {
  const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: 5_000 });
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
