import type { CallFilter, CallStatus, Intent, Sentiment } from '../../graphql/generated/graphql.ts';
import { daysAfter, startOfDay } from '../../ui/day.ts';

export const STATUSES: readonly CallStatus[] = ['IN_PROGRESS', 'COMPLETED', 'LOST'];
export const SENTIMENTS: readonly Sentiment[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE'];
/** The most urgent first. */
export const INTENTS: readonly Intent[] = [
  'EMERGENCY',
  'SPEAK_TO_HUMAN',
  'COMPLAINT',
  'BOOK_APPOINTMENT',
  'CANCEL_APPOINTMENT',
  'OPENING_HOURS',
  'PRICING',
  'LOCATION',
  'GENERAL',
];

/** What the address says is wanted; what it says wrongly is left out. Days are the tenant's. */
export type Wanted = {
  search?: string;
  status?: CallStatus;
  sentiment?: Sentiment;
  intent?: Intent;
  from?: string;
  to?: string;
  customer?: string;
};

export function readWanted(address: URLSearchParams): Wanted {
  const search = address.get('search')?.trim();
  const status = oneOf(STATUSES, address.get('status'));
  const sentiment = oneOf(SENTIMENTS, address.get('sentiment'));
  const intent = oneOf(INTENTS, address.get('intent'));
  const from = aDay(address.get('from'));
  const to = aDay(address.get('to'));
  const customer = address.get('customer');
  return {
    ...(search && { search }),
    ...(status && { status }),
    ...(sentiment && { sentiment }),
    ...(intent && { intent }),
    ...(from && { from }),
    ...(to && { to }),
    ...(customer && { customer }),
  };
}

/** The address that `readWanted` reads the same from. */
export const addressOf = (wanted: Wanted): Record<string, string> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));

/** As the server is asked. The last day belongs to it whole. */
export function filterOf(
  { search, status, sentiment, intent, from, to, customer }: Wanted,
  timeZone: string,
): CallFilter {
  const since = from && startOfDay(from, timeZone);
  const before = to && startOfDay(daysAfter(to, 1), timeZone);
  return {
    ...(search && { search }),
    ...(status && { status }),
    ...(sentiment && { sentiment }),
    ...(intent && { intent }),
    ...(customer && { customerId: customer }),
    ...(since && { from: since.toISOString() }),
    ...(before && { to: before.toISOString() }),
  };
}

const oneOf = <T extends string>(choices: readonly T[], value: string | null): T | undefined =>
  choices.find((choice) => choice === value);

const aDay = (value: string | null): string | undefined =>
  value !== null && startOfDay(value, 'UTC') ? value : undefined;
