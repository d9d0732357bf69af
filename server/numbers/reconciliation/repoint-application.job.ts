import { z } from 'zod';
import { writtenTenantId } from '../../infra/ids.ts';
import type { Reconciliation } from './reconciliation.ts';

const payloadOf = z.object({ tenantId: writtenTenantId });

/**
 * Tells Vobiz a tenant's new addresses, long before the old ones end.
 * @throws Error where Vobiz can't be told now: it is tried again, and the look at owned numbers does so as well
 */
export async function repointApplication(
  payload: unknown,
  { reconciliation }: { reconciliation: Pick<Reconciliation, 'repoint'> },
): Promise<void> {
  await reconciliation.repoint(payloadOf.parse(payload).tenantId);
}
