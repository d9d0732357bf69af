import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';

/** A token as it is stored. `numberId` is null for the platform's. */
export type SealedToken = { sealed: Buffer; numberId: string | null };

/** What a tenant's webhooks may be signed with: the keys of the numbers that it has, and the platform's. */
export function readSealedTokens({ db }: Tx, tenantId: TenantId): Promise<SealedToken[]> {
  return db
    .selectFrom('phoneNumbers')
    .select((eb) => [
      eb.ref('providerApiKey').$notNull().as('sealed'),
      eb.ref('id').$castTo<string | null>().as('numberId'),
    ])
    .where('tenantId', '=', tenantId)
    .where('status', '<>', 'RELEASED')
    .where('providerApiKey', 'is not', null)
    .unionAll(
      db
        .selectFrom('platformSettings')
        .select((eb) => [eb.ref('vobizApiKey').$notNull().as('sealed'), eb.lit(null).as('numberId')])
        .where('vobizApiKey', 'is not', null),
    )
    .execute();
}
