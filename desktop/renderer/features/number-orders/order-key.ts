/** What an order is about; while it is open, asking for the same again is the same order. */
type Wanted = { kind: 'PURCHASE' | 'RELEASE'; tenantId: string; e164: string };

const placeOf = ({ kind, tenantId, e164 }: Wanted) => `kaivox.order.${kind}.${tenantId}.${e164}`;

/**
 * The idempotency key of an order: the same for every attempt until the order is settled, also when an answer was lost
 * or the page was loaded again in between.
 */
export function orderKey(wanted: Wanted): string {
  const place = placeOf(wanted);
  const kept = sessionStorage.getItem(place);
  if (kept !== null) return kept;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(place, fresh);
  return fresh;
}

/** The order is settled: whoever orders the same again means another order. */
export function forgetOrderKey(wanted: Wanted): void {
  sessionStorage.removeItem(placeOf(wanted));
}
