import OpenAI from 'openai';
import { Agent, fetch } from 'undici';
import { readToItsEnd } from './body.ts';

export type OpenAiAccount = Readonly<{ apiKey: string; baseUrl?: string | undefined; model: string }>;

/** Until the reply begins. A call that waits for it has less patience, and aborts earlier. */
const TIMEOUT_MS = 30_000;

/**
 * Callers speak every ten or twenty seconds, and a new connection costs several round trips to another continent: at
 * undici's own 4 s hardly any would be used twice.
 */
const KEPT_ALIVE_MS = 60_000;

/** The types differ by undici's version in Node and in our own package; what crosses here is the same in both. */
const undiciFetch = fetch as unknown as typeof globalThis.fetch;

/** A client of OpenAI, or of what speaks like it, of which only what is said here is true: it reads no environment. */
export function openAiClient({ apiKey, baseUrl }: OpenAiAccount): OpenAI {
  const dispatcher = new Agent({
    keepAliveTimeout: KEPT_ALIVE_MS,
    connect: { timeout: 3_000 },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  return new OpenAI({
    apiKey,
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    adminAPIKey: null,
    timeout: TIMEOUT_MS,
    // A caller is waiting, and the turn's budget is spoken for: an apology now is better than a reply too late.
    maxRetries: 0,
    // At its finer levels the client logs what callers said.
    logLevel: 'off',
    fetch: async (...request) => readToItsEnd(await undiciFetch(...request)),
    fetchOptions: { dispatcher },
  });
}
