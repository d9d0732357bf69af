import type { DeliveryChannel } from './delivery.ts';

/** Stands where nothing of a kind can be delivered. @param reason why, as a sentence for a tenant's screen */
export const noChannel = (reason: string): DeliveryChannel => ({
  unavailable: reason,
  carry: async () => ({ kind: 'refused', status: null, problem: reason }),
});
