/** What a process has under way when a call comes in. */
export type Load = {
  /** Calls at once that it may have. */
  limit: number;
  open: number;
  /** Those of the tenant that is called. */
  openOfTenant: number;
  /** Tenants with calls under way, the called one among them. */
  tenants: number;
  /** Whether the call is known to come from the carrier. */
  verified: boolean;
};

/** Past the limit, room for tenants that have less than their even share of it. */
const RESERVE = 0.25;
/** By so much later than others, verified calls find the process full: a flood of invented ones is turned away first. */
const HEAD_START = 0.1;

/**
 * Whether a new call is taken. Past the limit only tenants with less than an even share are let in, so that a flood
 * at one of them doesn't make the lines of others busy; and unverified calls are turned away first. Pure.
 */
export function admits({ limit, open, openOfTenant, tenants, verified }: Load): boolean {
  const most = verified ? limit * (1 + HEAD_START) : limit;
  if (open < most) return true;
  return openOfTenant < limit / tenants && open < most * (1 + RESERVE);
}
