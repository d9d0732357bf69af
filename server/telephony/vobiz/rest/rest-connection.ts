import type { CheckConnection } from '../../../settings/connection.ts';
import { readOwned } from './rest-answers.ts';
import type { VobizRest } from './rest-client.ts';
import { type RetryBudgets, sendSafely } from './rest-retry.ts';
import { reasonOf } from './rest-sentences.ts';

/** A person waits for it, so it isn't tried for long. */
const WITHIN_MS = 4_000;
const budgets: RetryBudgets = { attempts: 2, firstPauseMs: 200, longestPauseMs: 1_000 };

/** Whether Vobiz takes credentials: asks for one of the account's numbers. */
export function checkConnection(rest: VobizRest): CheckConnection {
  return async (credentials) => {
    const path = `/Account/${encodeURIComponent(credentials.appId)}/numbers?page=1&per_page=1`;
    const request = { name: 'check', method: 'GET', path, withinMs: WITHIN_MS } as const;
    const response = await sendSafely(rest, credentials, request, budgets);
    const page =
      response.kind === 'answered' && response.status === 200 ? readOwned(response.body) : undefined;
    if (page) {
      const count = page.total ?? page.listed;
      return { status: 'CONNECTED', detail: `Connected; ${count} ${count === 1 ? 'number' : 'numbers'}.` };
    }
    const isRefused = response.kind === 'answered' && [400, 401, 403, 404].includes(response.status);
    const detail = reasonOf(response, credentials.apiKey);
    return isRefused
      ? { status: 'REFUSED', detail }
      : { status: 'UNVERIFIED', detail: `${detail} The credentials are saved, but not verified.` };
  };
}
