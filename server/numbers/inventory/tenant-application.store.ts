import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';

/** What was last set up at the provider for a tenant. */
export type KnownApplication = { applicationId: string; urls: string };

export function findApplication(
  { db }: Tx,
  tenantId: TenantId,
  account: string,
): Promise<KnownApplication | undefined> {
  return db
    .selectFrom('tenantApplications')
    .select(['applicationId', 'urls'])
    .where('tenantId', '=', tenantId)
    .where('account', '=', account)
    .executeTakeFirst();
}

/** An account's applications, with what their tenants are called by now. */
export function listApplications({ db }: Tx, account: string) {
  return db
    .selectFrom('tenantApplications as a')
    .innerJoin('tenants as t', 't.id', 'a.tenantId')
    .select(['a.tenantId', 'a.applicationId', 'a.urls', 't.slug', 't.name'])
    .where('a.account', '=', account)
    .execute();
}

/** What an application is made of; also of a tenant that is just being erased. */
export function findCalledTenant(
  { db }: Tx,
  id: TenantId,
): Promise<{ slug: string; name: string } | undefined> {
  return db.selectFrom('tenants').select(['slug', 'name']).where('id', '=', id).executeTakeFirst();
}

export async function writeApplication(
  { db }: Tx,
  row: KnownApplication & { tenantId: TenantId; account: string; updatedAt: Date },
): Promise<void> {
  await db
    .insertInto('tenantApplications')
    .values(row)
    .onConflict((there) =>
      there.columns(['tenantId', 'account']).doUpdateSet((eb) => ({
        applicationId: eb.ref('excluded.applicationId'),
        urls: eb.ref('excluded.urls'),
        updatedAt: eb.ref('excluded.updatedAt'),
      })),
    )
    .execute();
}
