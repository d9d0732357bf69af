import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';

/** Remembers when a tenant's webhook was last refused for its signature. */
export async function noteBadSignature({ db }: Tx, tenantId: TenantId, at: Date): Promise<void> {
  await db
    .insertInto('webhookRefusals')
    .values({ tenantId, why: 'signature', at })
    .onConflict((there) =>
      there.columns(['tenantId', 'why']).doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })),
    )
    .execute();
}

/** Remembers a slug that webhooks came for and no tenant has, its first hundred characters, and the latest `most` alone. */
export async function noteUnknownSlug(
  { db }: Tx,
  slug: string,
  { now, most }: { now: Date; most: number },
): Promise<void> {
  await db
    .insertInto('unknownSlugs')
    .values({ slug: sql`left(${slug}, 100)`, at: now })
    .onConflict((there) => there.column('slug').doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })))
    .execute();
  await db
    .deleteFrom('unknownSlugs')
    .where('slug', 'in', (eb) =>
      eb.selectFrom('unknownSlugs').select('slug').orderBy('at', 'desc').offset(most),
    )
    .execute();
}
