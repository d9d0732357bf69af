import type { CarrierAccount } from '../../../carrier/carrier-account.ts';
import type { Answer } from '../../../numbers/number-provider.ts';
import type { DeletesAtCarrier } from '../../../recordings/carrier-erasure/deletes-at-carrier.ts';
import type { VobizCredentials } from '../../../settings/vobiz-account.ts';
import { readBalance, readCallRecord, readHealth, readLines } from './rest-account-answers.ts';
import type { VobizRest } from './rest-client.ts';
import type { VobizRequest, VobizResponse } from './rest-request.ts';
import { type RetryBudgets, sendSafely } from './rest-retry.ts';
import { reasonOf } from './rest-sentences.ts';

/** A page may wait for it, and jobs come back by themselves, so it isn't tried for long. */
const WITHIN_MS = 4_000;
const ONCE: RetryBudgets = { attempts: 1, firstPauseMs: 100, longestPauseMs: 500 };

/** What Vobiz tells of an account (docs.vobiz.ai, "CDR", "Balance", "Concurrency", "Number health"). Changes nothing. */
export function vobizAccount(rest: VobizRest, credentials: VobizCredentials): CarrierAccount {
  const get = (name: string, path: string) =>
    sendSafely(rest, credentials, { name, method: 'GET', path, withinMs: WITHIN_MS }, ONCE);
  const account = encodeURIComponent(credentials.appId);
  const reason = (response: VobizResponse) => reasonOf(response, credentials.apiKey);

  return {
    record: async (providerCallId) => {
      const path = `/Account/${account}/cdr/${encodeURIComponent(providerCallId)}`;
      const response = await get('call record', path);
      // Vobiz writes it at the hangup, or seconds later.
      if (isStatus(response, 404)) return { outcome: 'done', value: undefined };
      return read(response, (body) => readCallRecord(body, providerCallId), reason);
    },

    balance: async (currency) => {
      const rest = `${account}/balance/${encodeURIComponent(currency)}`;
      const response = await get('balance', `/Account/${rest}`);
      // An older page has it in lower case; a wrong letter case is refused as wrong credentials are.
      const isElsewhere = isStatus(response, 401) || isStatus(response, 404);
      const last = isElsewhere ? await get('balance', `/account/${rest}`) : response;
      return read(last, (body) => readBalance(body, currency), reason);
    },

    lines: async () => read(await get('concurrency', `/Account/${account}/concurrency`), readLines, reason),

    healthOf: async (e164) => {
      const path = `/Account/${account}/numbers/${encodeURIComponent(e164)}/health`;
      return read(await get('health', path), readHealth, reason);
    },
  };
}

/** Deletes recordings that Vobiz keeps (docs.vobiz.ai, "Recordings"); one that isn't there any more is as good as deleted. */
export const vobizDeletes =
  (rest: VobizRest): DeletesAtCarrier =>
  async (credentials, recordingId) => {
    const account = encodeURIComponent(credentials.appId);
    const request: VobizRequest = {
      name: 'delete recording',
      method: 'DELETE',
      path: `/Account/${account}/Recording/${encodeURIComponent(recordingId)}/`,
      withinMs: WITHIN_MS,
    };
    const response = await sendSafely(rest, credentials, request, ONCE);
    const isGone = isStatus(response, 404) || isOk(response);
    return isGone
      ? { outcome: 'done', value: undefined }
      : failed(response, reasonOf(response, credentials.apiKey));
  };

function read<T>(
  response: VobizResponse,
  reading: (body: unknown) => T | undefined,
  reason: (response: VobizResponse) => string,
): Answer<T> {
  const value = isOk(response) ? reading(response.body) : undefined;
  return value === undefined ? failed(response, reason(response)) : { outcome: 'done', value };
}

/** `refused` is about what was asked; anything else may pass. */
function failed<T>(response: VobizResponse, reason: string): Answer<T> {
  const isRefused = response.kind === 'answered' && response.status >= 400 && response.status < 500;
  const isBusy = isStatus(response, 429) || isStatus(response, 408);
  return { outcome: isRefused && !isBusy ? 'refused' : 'unavailable', reason };
}

type Answered = Extract<VobizResponse, { kind: 'answered' }>;

const isOk = (response: VobizResponse): response is Answered =>
  response.kind === 'answered' && response.status >= 200 && response.status < 300;

const isStatus = (response: VobizResponse, status: number): response is Answered =>
  response.kind === 'answered' && response.status === status;
