import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { soundOf } from './spoken-sound.ts';

/** What becomes of a request for a recording. */
export type MediaReply =
  | { sound: Buffer; contentType?: string }
  | { status: number }
  | { redirect: string }
  /** Says that it is that long, and sends nothing. */
  | { announces: number }
  /** Goes on for ever, without saying how long it is. */
  | { endless: Buffer }
  /** Breaks off after that much. */
  | { cutAfter: Buffer };

export type MediaRequest = { url: string; headers: IncomingHttpHeaders };

/** A host of recordings on a socket of its own, such as Vobiz's: who doesn't show both headers gets 401. */
export class FakeMedia {
  readonly requests: MediaRequest[] = [];
  readonly authId = 'MA_FAKE';
  authToken = 'media-token-7f3a';
  readonly #server: Server;
  readonly #planned: MediaReply[] = [];
  readonly #held = new Map<string, MediaReply>();
  #usual: MediaReply = { status: 404 };
  #said = 1;

  private constructor() {
    this.#server = createServer(({ url = '', headers }, response) => {
      this.requests.push({ url, headers });
      const isKnown = headers['x-auth-id'] === this.authId && headers['x-auth-token'] === this.authToken;
      const reply = isKnown ? this.#replyTo(url) : { status: 401 };
      if ('status' in reply) response.writeHead(reply.status).end('{"error":"no"}');
      else if ('redirect' in reply) response.writeHead(302, { location: reply.redirect }).end();
      else if ('announces' in reply)
        response.writeHead(200, { 'content-length': reply.announces }).flushHeaders();
      else if ('cutAfter' in reply) {
        response.writeHead(200, { 'content-length': reply.cutAfter.length * 2 });
        response.write(reply.cutAfter, () => response.destroy());
      } else if ('endless' in reply) {
        const { endless } = reply;
        const more = () => {
          while (!response.destroyed && response.write(endless));
        };
        response.writeHead(200).on('drain', more);
        more();
      } else {
        response.writeHead(200, { 'content-type': reply.contentType ?? 'application/octet-stream' });
        response.end(reply.sound);
      }
    });
  }

  static async start(): Promise<FakeMedia> {
    const media = new FakeMedia();
    media.#server.listen(0, '127.0.0.1');
    await once(media.#server, 'listening');
    return media;
  }

  /** For VOBIZ_MEDIA_HOSTS. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  urlOf(path: string): string {
    return `http://${this.host}${path}`;
  }

  /** A recording in which these words are said, which the fake of OpenAI hears; it is there from now on. */
  saying(words: string): { url: string; id: string; durationSeconds: number } {
    const path = `${SAID}${Buffer.from(words).toString('base64url')}`;
    return { url: this.urlOf(path), id: `said-${this.#said++}`, durationSeconds: 3 };
  }

  /** What is at one path from now on, whatever its ending says: `/r1.mp3` may be a wav, or no sound at all. @returns its address */
  holds(path: string, reply: MediaReply): string {
    this.#held.set(path, reply);
    return this.urlOf(path);
  }

  #replyTo(url: string): MediaReply {
    return this.#planned.shift() ?? this.#held.get(url) ?? saidAt(url) ?? this.#usual;
  }

  /** What it has from now on. */
  has(reply: MediaReply): void {
    this.#usual = reply;
  }

  /** What comes of the next requests that show both headers, in this order. */
  next(...replies: MediaReply[]): void {
    this.#planned.push(...replies);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const SAID = '/said/';

/** What is said stands in the address. */
function saidAt(url: string): MediaReply | undefined {
  if (!url.startsWith(SAID)) return undefined;
  return { sound: soundOf(Buffer.from(url.slice(SAID.length), 'base64url').toString()) };
}

/** A little sound: the beginning is what tells its type. */
export const sounds = {
  mp3: Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(996, 1)]),
  taggedMp3: Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(500, 2)]),
  wav: Buffer.concat([Buffer.from('RIFF\x24\x08\0\0WAVEfmt '), Buffer.alloc(2_000, 3)]),
  ogg: Buffer.concat([Buffer.from('OggS\0'), Buffer.alloc(300, 4)]),
} as const;
