import type { Dispatcher } from 'undici';

/** A page of a hundred numbers is some 60 KB. */
const MOST_BYTES = 4_000_000;

/**
 * Reads an answer's JSON.
 * @returns undefined for anything else, and for what is too large to be an answer
 * @throws when the connection breaks meanwhile
 */
export async function readBody(body: Dispatcher.ResponseData['body']): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
