/** What an order is about; while it is open, asking for the same again is the same order. */
type Wanted = { kind: 'PURCHASE' | 'RELEASE'; tenantId: string; e164: string };
type Place = Pick<Storage, 'getItem' | 'setItem'>;

/** Orders are settled in less than a minute; a super admin who orders the same so much later means another order. */
const KEPT_MS = 10 * 60_000;

const nameOf = ({ kind, tenantId, e164 }: Wanted) => `kaivox.order.${kind}.${tenantId}.${e164}`;

/**
 * The idempotency key of an order: the same for every attempt until the order is settled, also when an answer was lost
 * or the page was loaded again in between.
 */
export function orderKey(wanted: Wanted, place: Place = sessionStorage, now = Date.now()): string {
  const [since, kept] = place.getItem(nameOf(wanted))?.split(' ') ?? [];
  if (kept !== undefined && now - Number(since) < KEPT_MS) return kept;
  const fresh = crypto.randomUUID();
  place.setItem(nameOf(wanted), `${now} ${fresh}`);
  return fresh;
}

/** The order is settled: a super admin who orders the same again means another order. */
export function forgetOrderKey(wanted: Wanted, place: Pick<Storage, 'removeItem'> = sessionStorage): void {
  place.removeItem(nameOf(wanted));
}
