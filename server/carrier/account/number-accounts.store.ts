import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { NumberAccount } from '../../numbers/inventory/carrier-credentials.ts';

export type ReachableNumber = NumberAccount & { e164: E164 };

/** A tenant's real numbers in use, and what account each is in. */
export function listRealNumbers({ db }: Tx, tenantId: TenantId): Promise<ReachableNumber[]> {
  return db
    .selectFrom('phoneNumbers')
    .select(['id as numberId', 'e164', 'providerApiKey as sealedKey', 'keyAccount', 'account as boughtWith'])
    .where('tenantId', '=', tenantId)
    .where(({ eb, or }) => or([eb('demo', '=', false), eb('providerApiKey', 'is not', null)]))
    .where('status', 'in', ['ACTIVE', 'PROVISIONING'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
