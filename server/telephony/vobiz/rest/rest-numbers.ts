import type { E164 } from '../../../infra/phone-number.ts';
import type {
  Answer,
  Application,
  InventoryQuery,
  NumberProvider,
  PurchaseResult,
  ReleaseResult,
} from '../../../numbers/number-provider.ts';
import type { VobizCredentials } from '../../../settings/vobiz-account.ts';
import { readApplicationId, readInventory, readOwnedNumber, readRelease } from './rest-answers.ts';
import type { VobizRest } from './rest-client.ts';
import { listOwned } from './rest-owned.ts';
import type { VobizRequest, VobizResponse } from './rest-request.ts';
import { type RetryBudgets, retryBudgets, sendOnce, sendSafely } from './rest-retry.ts';
import { reasonOf } from './rest-sentences.ts';

/** How long a request that is safe to send again may take, in milliseconds. */
const SAFE_MS = 5_000;

/** Vobiz's numbers with one account's credentials (docs.vobiz.ai, "Phone numbers" and "Applications"). */
export function vobizNumbers(
  rest: VobizRest,
  credentials: VobizCredentials,
  { retries = retryBudgets, safeMs = SAFE_MS }: { retries?: RetryBudgets; safeMs?: number } = {},
): NumberProvider {
  const account = encodeURIComponent(credentials.appId);
  const numberPath = (e164: E164) => `/Account/${account}/numbers/${encodeURIComponent(e164)}`;
  const reason = (response: VobizResponse) => reasonOf(response, credentials.apiKey);
  const safely = (asked: Omit<VobizRequest, 'withinMs'>) =>
    sendSafely(rest, credentials, { ...asked, withinMs: safeMs }, retries);
  const once = (asked: VobizRequest) => sendOnce(rest, credentials, asked);

  return {
    search: async ({ country, digits, page, perPage }: InventoryQuery) => {
      const query = new URLSearchParams({ country, page: `${page}`, per_page: `${perPage}` });
      if (digits) query.set('search', digits);
      const path = `/Account/${account}/inventory/numbers?${query}`;
      const response = await safely({ name: 'search', method: 'GET', path });
      const read = isOk(response) ? readInventory(response.body) : undefined;
      if (!read) return failed(response, reason);
      return { outcome: 'done', value: { items: read.items, total: read.total ?? read.listed } };
    },

    purchase: async (e164, currency, withinMs) => {
      const path = `/Account/${account}/numbers/purchase-from-inventory`;
      const body = { e164, currency };
      return bought(await once({ name: 'purchase', method: 'POST', path, body, withinMs }), e164, reason);
    },

    listOwned: () =>
      listOwned((page, perPage) => {
        const path = `/Account/${account}/numbers?page=${page}&per_page=${perPage}`;
        return safely({ name: 'owned', method: 'GET', path });
      }, reason),

    release: async (e164, currency, withinMs) => {
      const path = numberPath(e164);
      return released(await once({ name: 'release', method: 'DELETE', path, withinMs }), currency, reason);
    },

    // This one path is documented in lower case.
    cancelRelease: async (e164, withinMs) => {
      const path = `/account/${account}/numbers/${encodeURIComponent(e164)}/cancel-release`;
      const response = await once({ name: 'cancel-release', method: 'POST', path, withinMs });
      if (isOk(response)) return { outcome: 'kept' };
      return { outcome: isClearRefusal(response) ? 'refused' : 'unknown', reason: reason(response) };
    },

    ensureApplication: async (known, application) => {
      const body = applicationBody(application);
      const all = `/Account/${account}/Application/`;
      if (known !== undefined) {
        const path = `${all}${encodeURIComponent(known)}/`;
        const response = await safely({ name: 're-point application', method: 'POST', path, body });
        if (isOk(response)) return { outcome: 'done', value: known };
        if (!isStatus(response, 404)) return failed(response, reason);
      }
      // Sent once: each time that it is carried out makes another application.
      const response = await once({
        name: 'create application',
        method: 'POST',
        path: all,
        body,
        withinMs: safeMs,
      });
      const id = isOk(response) ? readApplicationId(response.body) : undefined;
      return id === undefined ? failed(response, reason) : { outcome: 'done', value: id };
    },

    attach: async (e164, applicationId) => {
      const body = { application_id: applicationId };
      const path = `${numberPath(e164)}/application`;
      const response = await safely({ name: 'attach', method: 'POST', path, body });
      return isOk(response) ? { outcome: 'done', value: undefined } : failed(response, reason);
    },

    detach: async (e164) => {
      const response = await safely({
        name: 'detach',
        method: 'DELETE',
        path: `${numberPath(e164)}/application`,
      });
      const isDetached = isOk(response) || isStatus(response, 404);
      return isDetached ? { outcome: 'done', value: undefined } : failed(response, reason);
    },
  };
}

type Reason = (response: VobizResponse) => string;

/** 200 with the item is the one answer that means bought. */
function bought(response: VobizResponse, e164: E164, reason: Reason): PurchaseResult {
  const number = isStatus(response, 200) ? readOwnedNumber(response.body) : undefined;
  if (number?.e164 === e164) return { outcome: 'bought', number };
  if (isStatus(response, 404)) {
    return { outcome: 'refused', reason: 'The number is no longer in Vobiz’s inventory (404).' };
  }
  return { outcome: isClearRefusal(response) ? 'refused' : 'unknown', reason: reason(response) };
}

function released(response: VobizResponse, currency: string, reason: Reason): ReleaseResult {
  const release = isOk(response) ? readRelease(response.body, currency) : undefined;
  if (release) return { outcome: 'released', ...release };
  if (isStatus(response, 403)) return { outcome: 'not ours', reason: reason(response) };
  return { outcome: isClearRefusal(response) ? 'refused' : 'unknown', reason: reason(response) };
}

/** Whether nothing was done and nothing will be: a 5xx, a lost connection or nonsense tell neither. */
function isClearRefusal(response: VobizResponse): boolean {
  if (response.kind === 'not sent') return true;
  if (response.kind === 'lost') return false;
  const { status } = response;
  // A time-out at a server in between, a request that conflicts with one like it: those may have been carried out.
  return status >= 400 && status < 500 && status !== 408 && status !== 409;
}

function failed<T>(response: VobizResponse, reason: Reason): Answer<T> {
  const isRefused = response.kind === 'answered' && response.status >= 400 && response.status < 500;
  const isBusy = isStatus(response, 429) || isStatus(response, 408);
  return { outcome: isRefused && !isBusy ? 'refused' : 'unavailable', reason: reason(response) };
}

type Answered = Extract<VobizResponse, { kind: 'answered' }>;

const isOk = (response: VobizResponse): response is Answered =>
  response.kind === 'answered' && response.status >= 200 && response.status < 300;

const isStatus = (response: VobizResponse, status: number): response is Answered =>
  response.kind === 'answered' && response.status === status;

const applicationBody = ({ name, answerUrl, hangupUrl, fallbackUrl }: Application) => ({
  app_name: name,
  answer_url: answerUrl,
  answer_method: 'POST',
  hangup_url: hangupUrl,
  hangup_method: 'POST',
  fallback_answer_url: fallbackUrl,
});
