import { Pool } from 'undici';

const HEADERS = { 'content-type': 'application/x-www-form-urlencoded' };
/** Longer than anything takes that a caller would still hear of. */
const PATIENCE_MS = 20_000;

/** What a document has the carrier do, as far as a bench looks at it. */
export type Told = {
  xml: string;
  /** From the request's first byte until the document's last, in milliseconds. */
  ms: number;
  /** Where the caller's next words go: path and query. */
  action: string | undefined;
  redirect: string | undefined;
};

/** Posts webhooks as Vobiz does, on connections that are kept, and reads documents without judging them. */
export class CarrierClient {
  readonly #pool: Pool;

  constructor(url: string, connections: number) {
    this.#pool = new Pool(url, { connections, pipelining: 1, keepAliveTimeout: 60_000 });
  }

  /** @throws where the answer isn't 200 */
  async post(path: string, fields: Record<string, string>): Promise<Told> {
    const body = new URLSearchParams(fields).toString();
    const began = performance.now();
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await this.#pool.request({ method: 'POST', path, headers: HEADERS, body, signal });
    const xml = await answer.body.text();
    const ms = performance.now() - began;
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
    const [, action] = /<Gather[^>]* action="([^"]*)"/.exec(xml) ?? [];
    const [, redirect] = /<Redirect[^>]*>([^<]*)</.exec(xml) ?? [];
    return { xml, ms, action: pathOf(action), redirect: pathOf(redirect) };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function pathOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const { pathname, search } = new URL(address.trim().replaceAll('&amp;', '&'));
  return pathname + search;
}
