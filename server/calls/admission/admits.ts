/** What a process has under way when a call comes in. */
export type Load = {
  /** Calls at once that it may have. */
  limit: number;
  open: number;
  /** Those of the tenant that is called. */
  openOfTenant: number;
  /** Tenants with calls under way, the called one among them. */
  tenants: number;
};

/** Past the limit, room for tenants that have less than their even share of it. */
const RESERVE = 0.25;

/**
 * Whether a new call is taken. Past the limit only tenants with less than an even share are let in, so that a flood
 * at one of them doesn't make the lines of others busy. Pure.
 */
export function admits({ limit, open, openOfTenant, tenants }: Load): boolean {
  if (open < limit) return true;
  return openOfTenant < limit / tenants && open < limit * (1 + RESERVE);
}
