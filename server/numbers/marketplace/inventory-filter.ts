import type { Money } from '../money.ts';
import type { InventoryNumber } from '../number-provider.ts';

export const CAPABILITIES = ['VOICE', 'SMS'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What the provider can't be asked for. Left out: all. */
export type InventoryFilter = {
  /** Part of a region's name, in any letter case. */
  region?: string | null | undefined;
  capability?: Capability | null | undefined;
  maxMonthlyFee?: Money | null | undefined;
};

/** Whether an offer is what is looked for. A fee in another currency is more than any ceiling. */
export function isWanted(
  offer: InventoryNumber,
  { region, capability, maxMonthlyFee }: InventoryFilter,
): boolean {
  if (region && !offer.region?.toLowerCase().includes(region.trim().toLowerCase())) return false;
  if (capability === 'VOICE' && !offer.voice) return false;
  if (capability === 'SMS' && !offer.sms) return false;
  if (!maxMonthlyFee) return true;
  const { currency, minorUnits } = offer.monthlyFee;
  return currency === maxMonthlyFee.currency && minorUnits <= maxMonthlyFee.minorUnits;
}
