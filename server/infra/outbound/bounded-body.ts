import { Readable } from 'node:stream';
import { OutboundFailed } from './outbound-error.ts';

/**
 * A response's body, up to `maxBytes`; then it fails, and so does the rest of the connection.
 * @param asFailure what a broken or late connection is called
 */
export function bounded(
  body: Readable,
  { maxBytes, host, asFailure }: { maxBytes: number; host: string; asFailure: (error: unknown) => Error },
): Readable {
  // The connection may break before the body is read; the code that reads it gets the error then.
  body.on('error', () => undefined);
  const pieces = Readable.from(read(), { objectMode: false });
  // Given up before its first piece, it would otherwise stay open.
  return pieces.once('close', () => body.destroy());

  async function* read() {
    let bytes = 0;
    try {
      for await (const chunk of body) {
        const piece: Buffer = chunk;
        bytes += piece.length;
        if (bytes > maxBytes) throw tooLong(host, maxBytes);
        yield piece;
      }
    } catch (error) {
      throw asFailure(error);
    }
  }
}

/** How long the body says that it is; undefined where it doesn't. */
export function announcedBytes(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d+$/u.test(header) ? Number(header) : undefined;
}

export const tooLong = (host: string, maxBytes: number) =>
  new OutboundFailed(`${host} answered with more than ${sizeOf(maxBytes)}.`);

function sizeOf(bytes: number): string {
  if (bytes >= 2 ** 20) return `${Math.floor(bytes / 2 ** 20)} MB`;
  return bytes >= 2 ** 10 ? `${Math.floor(bytes / 2 ** 10)} kB` : `${bytes} bytes`;
}
