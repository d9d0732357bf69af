import type { Secret } from '../../../infra/secrets.ts';
import { readComplaint } from './rest-answers.ts';
import type { VobizResponse } from './rest-request.ts';
import { seconds } from './rest-retry.ts';

type Answered = Extract<VobizResponse, { kind: 'answered' }>;

const LONGEST_QUOTE = 200;

/** Why an answer isn't what was hoped for, as a sentence for a super admin. */
export function reasonOf(response: VobizResponse, apiKey: Secret): string {
  if (response.kind !== 'answered') return response.reason;
  const sentence = sentenceOf(response);
  const quote = quoteFrom(response, apiKey);
  return quote ? `${sentence} It says: “${quote}”` : sentence;
}

function sentenceOf({ status, retryAfterMs }: Answered): string {
  switch (status) {
    case 401:
      return 'Vobiz refuses the credentials (401): check the App ID and the API key in the platform settings.';
    case 402:
      return 'Vobiz couldn’t debit the account (402): check its balance in Vobiz’s portal.';
    case 403:
      return 'Vobiz doesn’t allow this with the account (403).';
    case 404:
      return 'Vobiz doesn’t know it (404).';
    case 429:
      return `Vobiz asks us to slow down (429): try again in ${seconds(retryAfterMs ?? 1_000)}.`;
    default:
      if (status >= 500) return `Vobiz has trouble of its own (${status}).`;
      return status < 300 ? 'Vobiz’s answer makes no sense.' : `Vobiz refuses this (${status}).`;
  }
}

/** Only words, few enough to show, and never the key, should they repeat what was sent. */
function quoteFrom({ status, body }: Answered, apiKey: Secret): string {
  if (status < 400) return '';
  const words = (readComplaint(body) ?? '').replaceAll(apiKey.reveal(), '••••');
  return words
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUOTE);
}
