import type { WebhookLogFilter, WebhookName } from '../../graphql/generated/graphql.ts';
import { daysAfter, startOfDay } from '../../ui/day.ts';

export const WEBHOOK_NAMES: readonly WebhookName[] = ['answer', 'input', 'hangup'];

/** What the address says is wanted; what it says wrongly is left out. */
export type Wanted = {
  tenant?: string;
  webhook?: WebhookName;
  /** Only those that were refused or failed. */
  trouble?: true;
  /** The carrier's id of a call. */
  call?: string;
  from?: string;
  to?: string;
};

export function readWanted(address: URLSearchParams): Wanted {
  const tenant = address.get('tenant');
  const webhook = WEBHOOK_NAMES.find((name) => name === address.get('webhook'));
  const call = address.get('call')?.trim();
  const from = aDay(address.get('from'));
  const to = aDay(address.get('to'));
  return {
    ...(tenant && { tenant }),
    ...(webhook && { webhook }),
    ...(address.get('trouble') === 'yes' && { trouble: true }),
    ...(call && { call }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The address that `readWanted` reads the same from. */
export function addressOf({ trouble, ...others }: Wanted): Record<string, string> {
  const filled = Object.entries(others).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(filled), ...(trouble && { trouble: 'yes' }) };
}

/** As the server is asked. The last day belongs to it whole. */
export function filterOf({ webhook, trouble, call, from, to }: Wanted, timeZone: string): WebhookLogFilter {
  const since = from && startOfDay(from, timeZone);
  const before = to && startOfDay(daysAfter(to, 1), timeZone);
  return {
    ...(webhook && { webhook }),
    ...(trouble && { outcomes: ['REFUSED', 'FAILED'] }),
    ...(call && { providerCallId: call }),
    ...(since && { from: since.toISOString() }),
    ...(before && { to: before.toISOString() }),
  };
}

const aDay = (value: string | null): string | undefined =>
  value !== null && startOfDay(value, 'UTC') ? value : undefined;
