import type { VobizResponse } from './rest-request.ts';

/** System calls that come before the first byte is written. */
const BEFORE_SENDING = ['connect', 'getaddrinfo'];

/** What a request that threw comes to. Its own message isn't passed on: it may hold what was sent. */
export function failureOf(error: unknown): Exclude<VobizResponse, { kind: 'answered' }> {
  if (isBeforeSending(error)) return { kind: 'not sent', reason: 'Vobiz can’t be reached at the moment.' };
  const isTimeOut = error instanceof Error && error.name === 'TimeoutError';
  return {
    kind: 'lost',
    reason: isTimeOut
      ? 'Vobiz took too long to answer.'
      : 'The connection to Vobiz broke off before it had answered.',
  };
}

function isBeforeSending(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Several addresses were tried.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isBeforeSending);
  if ('code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return 'syscall' in error && typeof error.syscall === 'string' && BEFORE_SENDING.includes(error.syscall);
}
