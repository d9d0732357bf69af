import { setTimeout as pause } from 'node:timers/promises';
import { type BackOff, pauseAfter } from '../../../infra/async/retry.ts';
import type { VobizCredentials } from '../../../settings/vobiz-account.ts';
import type { VobizRest } from './rest-client.ts';
import type { VobizRequest, VobizResponse } from './rest-request.ts';

/** Times that repeating keeps to, in milliseconds. */
export type RetryBudgets = {
  attempts: number;
  /** Vobiz isn't waited for longer than the longest pause where it asks for one, either. */
} & BackOff;

export const retryBudgets: RetryBudgets = { attempts: 3, firstPauseMs: 250, longestPauseMs: 5_000 };

/**
 * Sends what is safe to send again until it is answered: after a lost connection, a 5xx, and a 429 once the time it
 * asks for has passed. Pauses vary by chance, so that instances don't come back together.
 */
export async function sendSafely(
  rest: VobizRest,
  credentials: VobizCredentials,
  request: VobizRequest,
  budgets: RetryBudgets,
): Promise<VobizResponse> {
  for (let attempt = 1; ; attempt++) {
    if (rest.slowForMs > budgets.longestPauseMs) return slowDown(rest);
    if (rest.slowForMs > 0) await pause(rest.slowForMs);
    const response = await rest.send(credentials, request);
    if (attempt >= budgets.attempts || !isWorthRepeating(response)) return response;
    await pause(pauseAfter(attempt, budgets));
  }
}

/** Sends what must not be carried out twice: once, and not at all while Vobiz asks us to slow down. */
export async function sendOnce(
  rest: VobizRest,
  credentials: VobizCredentials,
  request: VobizRequest,
): Promise<VobizResponse> {
  return rest.slowForMs > 0 ? slowDown(rest) : rest.send(credentials, request, { once: true });
}

const isWorthRepeating = (response: VobizResponse) =>
  response.kind !== 'answered' || response.status >= 500 || response.status === 429;

const slowDown = ({ slowForMs }: VobizRest): VobizResponse => ({
  kind: 'not sent',
  reason: `Vobiz asks us to slow down. Try again in ${seconds(slowForMs)}.`,
});

/** As people say it. */
export function seconds(ms: number): string {
  const whole = Math.max(1, Math.ceil(ms / 1_000));
  return whole === 1 ? 'a second' : `${whole} seconds`;
}
