import type { Answer } from '../../numbers/number-provider.ts';
import type { VobizCredentials } from '../../settings/vobiz-account.ts';

/**
 * Deletes a recording that the carrier keeps, by the carrier's own id; one that isn't there is deleted. Safe to repeat.
 * Never throws.
 */
export type DeletesAtCarrier = (
  credentials: VobizCredentials,
  carrierRecordingId: string,
) => Promise<Answer<void>>;
