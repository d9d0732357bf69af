import type { WebSocket } from 'ws';
import { aCallTo, response, scriptedServer } from '../../phone/scripted-server.ts';
import type { StreamOptions } from '../../phone/stream/stream-line.ts';

const EMPTY = '<Response></Response>';

/** A frame as the telephone sends it. */
type Frame = {
  event: string;
  sequenceNumber?: number;
  streamId?: string;
  name?: string;
  start?: { callId: string; streamId: string; accountId: string };
  media?: { payload: string; chunk: number; timestamp: string };
  dtmf?: { digit: string };
  digit?: string;
};

/** The server's end of one socket: tells what came, and sends. */
export class Ear {
  readonly frames: Frame[] = [];
  readonly closed: Promise<void>;
  #waiting: { event: string; count: number; resolve: (frame: Frame) => void }[] = [];

  constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('message', (text) => {
      const frame = JSON.parse(String(text)) as Frame;
      this.frames.push(frame);
      this.#announce();
    });
  }

  get streamId(): string {
    return this.frames[0]?.start?.streamId ?? '';
  }

  /** Resolves with the n-th frame of a kind. */
  until(event: string, count = 1): Promise<Frame> {
    return new Promise((resolve) => {
      this.#waiting.push({ event, count, resolve });
      this.#announce();
    });
  }

  of(event: string): Frame[] {
    return this.frames.filter((frame) => frame.event === event);
  }

  send(frame: object): void {
    this.socket.send(JSON.stringify({ streamId: this.streamId, ...frame }));
  }

  /** Has `ms` of a tone played, in frames of 20 ms. */
  play(ms: number, byte = 0x20): void {
    for (let at = 0; at < ms; at += 20) this.send(sound(Buffer.alloc(160, byte)));
  }

  #announce(): void {
    this.#waiting = this.#waiting.filter(({ event, count, resolve }) => {
      const frame = this.of(event)[count - 1];
      if (frame) resolve(frame);
      return !frame;
    });
  }
}

/** A frame that has a sound played. */
export const sound = (bytes: Buffer, changes: object = {}) => ({
  event: 'playAudio',
  media: { contentType: 'audio/x-mulaw', sampleRate: 8_000, payload: bytes.toString('base64'), ...changes },
});

/** A call that came to a stream, and the server's end of it; faster than real time. */
export async function aStream({ attributes = '', options = {} as StreamOptions } = {}) {
  const ears: Ear[] = [];
  let waiting: ((ear: Ear) => void)[] = [];
  const server = await scriptedServer(
    ({ url }, address) => {
      if (url.includes('/hangup')) return { body: '' };
      if (url.includes('status=')) return EMPTY;
      return response(
        `<Stream bidirectional="true" keepCallAlive="true" statusCallbackUrl="${address}/api/vobiz/pragati/input?status=1"
          ${attributes}>${address.replace('http', 'ws')}/api/vobiz/pragati/stream/s</Stream>
        <Speak>After the stream.</Speak><Hangup/>`,
      );
    },
    (socket) => {
      const ear = new Ear(socket);
      ears.push(ear);
      for (const resolve of waiting.splice(0)) resolve(ear);
    },
  );
  const nextEar = () => new Promise<Ear>((resolve) => waiting.push(resolve));
  const phone = aCallTo(server, { dialect: 'vobizxml', stream: { paceMs: 1, ...options } });
  const [first] = await Promise.all([nextEar(), phone.dial()]);
  await first.until('start');
  const line = phone.line;
  if (!line) throw new Error('No stream.');
  const reports = () =>
    server.received.filter(({ url }) => url.includes('status=')).map(({ fields }) => fields.Event);
  const stop = async () => {
    waiting = [];
    await line.close();
    await server[Symbol.asyncDispose]();
  };
  return { phone, line, ear: first, ears, nextEar, reports, server, [Symbol.asyncDispose]: stop };
}
