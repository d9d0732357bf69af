import type { Carrier } from './delivery.ts';

/** Stands where nothing of a kind can be delivered. @param reason why, as a sentence for a tenant's screen */
export const noCarrier = (reason: string): Carrier => ({
  unavailable: reason,
  carry: async () => ({ kind: 'refused', status: null, problem: reason }),
});
