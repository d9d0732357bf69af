import { badInput } from '../../infra/app-error.ts';
import { type CustomerId, isCustomerId, NO_CUSTOMER } from '../../infra/ids.ts';
import type { Sentiment } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';
import type { CallStatus } from '../call.entity.ts';
import type { CallFilter } from '../call.types.ts';

/** Which calls are wanted; what is undefined doesn't matter. */
export type CallCriteria = {
  status: CallStatus | undefined;
  sentiment: Sentiment | undefined;
  intent: Intent | undefined;
  customerId: CustomerId | undefined;
  /** Calls that started then or later. */
  since: Date | undefined;
  /** Calls that started before. */
  before: Date | undefined;
  search: string | undefined;
};

const LONGEST_SEARCH = 200;

/** @throws AppError BAD_USER_INPUT naming the field */
export function readCriteria(filter: CallFilter | null | undefined): CallCriteria {
  const { status, sentiment, intent, customerId, from, to, search } = filter ?? {};
  if (from && to && from > to) throw badInput('from', 'from must be before to.');
  const sought = search?.trim() || undefined;
  if (sought !== undefined && sought.length > LONGEST_SEARCH) {
    throw badInput('search', `search may be ${LONGEST_SEARCH} characters long.`);
  }
  return {
    status: status ?? undefined,
    sentiment: sentiment ?? undefined,
    intent: intent ?? undefined,
    // An id that is none finds nothing, like one of somebody else's customer.
    customerId: customerId ? (isCustomerId(customerId) ? customerId : NO_CUSTOMER) : undefined,
    since: from ?? undefined,
    before: to ?? undefined,
    search: sought,
  };
}
