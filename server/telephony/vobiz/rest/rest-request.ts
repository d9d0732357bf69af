/** One request to Vobiz. */
export type VobizRequest = {
  /** For the log. */
  name: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** After the base address, with its letter case as documented and everything in it encoded. */
  path: string;
  body?: object;
  /** From asking for it to the last byte, in milliseconds. */
  withinMs: number;
};

export type VobizResponse =
  /** `body` is undefined where it was no JSON. */
  | { kind: 'answered'; status: number; body: unknown; retryAfterMs: number | undefined }
  /** Nothing has left this machine. */
  | { kind: 'not sent'; reason: string }
  /** It may have been carried out, or not, or may still be. */
  | { kind: 'lost'; reason: string };
