import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';

/** Remembers when a tenant's webhook was last refused, and why. */
export async function noteRefusal(
  { db }: Tx,
  { tenantId, why }: { tenantId: TenantId; why: 'signature' | 'key' | 'unverified' },
  at: Date,
): Promise<void> {
  await db
    .insertInto('webhookRefusals')
    .values({ tenantId, why, at })
    .onConflict((there) =>
      there.columns(['tenantId', 'why']).doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })),
    )
    .execute();
}

/** As `noteRefusal`, for a webhook from outside Vobiz's networks, whose tenant wasn't looked up; a slug that isn't one is nobody's. */
export async function noteWrongNetwork({ db }: Tx, slug: string, at: Date): Promise<void> {
  const named = slug.replaceAll('\0', '').toWellFormed();
  await db
    .insertInto('webhookRefusals')
    .columns(['tenantId', 'why', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('tenants')
        .select((of) => ['id', sql.lit('network').as('why'), of.val(at).as('at')])
        .where('slug', '=', named),
    )
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
