import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { announcedBytes } from '../infra/outbound/bounded-body.ts';
import type { OutboundHttp } from '../infra/outbound/outbound-http.ts';
import type { Sound } from './recording.store.ts';
import { HEAD_BYTES, soundType } from './sound.ts';
import { UnfitRecording } from './unfit-recording.ts';
import type { MediaCredentials } from './whose-account/media-credentials.ts';

export type FetchParts = {
  outbound: Pick<OutboundHttp, 'open'>;
  /** Throws for what is none of Vobiz's media hosts. */
  checkHost: (url: URL) => void;
  /** Where files are while they come. */
  incoming: string;
  limits?: { bytes: number; ms: number };
};

/** A call of an hour is 30 MB as mp3 and 58 MB as wav of 8 kHz; both sides of it twice that. */
const LIMITS = { bytes: 200 * 2 ** 20, ms: 5 * 60_000 };

/**
 * Fetches a recording into a file of its own name, which no other process writes, on the disk when this resolves.
 * @throws OutboundRefused or UnfitRecording where trying again is of no use; anything else may pass
 */
export async function fetchRecording(
  url: string,
  { authId, token }: MediaCredentials,
  { outbound, checkHost, incoming, limits = LIMITS }: FetchParts,
): Promise<{ file: string; sound: Sound }> {
  const isMediaHost = (to: URL) => {
    checkHost(to);
    return true;
  };
  const { status, headers, body } = await outbound.open({
    url,
    headers: { accept: 'audio/*', 'x-auth-id': authId, 'x-auth-token': token.reveal() },
    timeoutMs: limits.ms,
    // Counted below, where too much is told from what may pass.
    maxResponseBytes: Number.MAX_SAFE_INTEGER,
    redirects: 'follow',
    checkHop: checkHost,
    keepsHeaders: isMediaHost,
  });
  const file = join(incoming, randomUUID());
  try {
    if (status !== 200) throw new Error(sentenceOf(status));
    if ((announcedBytes(headers['content-length']) ?? 0) > limits.bytes) throw tooLarge(limits.bytes);
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const sound = await write(body, file, limits.bytes);
    return { file, sound };
  } catch (error) {
    body.destroy();
    await rm(file, { force: true });
    throw error;
  }
}

async function write(body: Readable, file: string, mostBytes: number): Promise<Sound> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  async function* measured() {
    for await (const chunk of body) {
      const piece: Buffer = chunk;
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, piece]).subarray(0, HEAD_BYTES);
        // Refused as soon as it can be: a page isn't worth a file.
        if (head.length === HEAD_BYTES) typeOf(head);
      }
      bytes += piece.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      hash.update(piece);
      yield piece;
    }
  }
  const sink = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const closed = new Promise<void>((resolve) => sink.once('close', resolve));
  // What is refused at its first bytes is refused before the file is there: removed too early, it would still come.
  await pipeline(measured, sink).finally(() => closed);
  if (bytes === 0) throw new Error('The recording is still empty.');
  return { contentType: typeOf(head), bytes, sha256: hash.digest('hex') };
}

function typeOf(head: Buffer) {
  const type = soundType(head);
  if (!type) throw new UnfitRecording('What came is no mp3, wav or ogg.');
  return type;
}

const tooLarge = (bytes: number) =>
  new UnfitRecording(`The recording has more than ${Math.floor(bytes / 2 ** 20)} MB.`);

function sentenceOf(status: number): string {
  if (status === 401 || status === 403) return `Vobiz refused the number’s key (${status}).`;
  if (status === 404) return 'The recording isn’t there yet (404).';
  return `Vobiz answered ${status}.`;
}
