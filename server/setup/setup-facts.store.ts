import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { SetupFacts } from './setup-facts.ts';

/** What a tenant's calls came to lately, and the database's time. Null: never. */
export type Stored = {
  slug: string;
  status: string;
  answeredAt: Date | null;
  inputAt: Date | null;
  hungUpAt: Date | null;
  /** Of the last week. */
  lostCalls: number | null;
  badSignatureAt: Date | null;
  wrongKeyAt: Date | null;
  wrongNetworkAt: Date | null;
  webhookAccess: SetupFacts['webhookAccess'];
  signaturePolicy: SetupFacts['signaturePolicy'];
  /** The latest call of those that are known to be Vobiz's. */
  verifiedAt: Date | null;
  signedAt: Date | null;
  databaseNow: Date;
};

const aWeekAgo = sql<Date>`now() - interval '7 days'`;

/** Of a tenant's calls the newest are looked at, so that this costs the same for a busy one. */
export function readStored({ db }: Tx, tenantId: TenantId): Promise<Stored | undefined> {
  return db
    .with('latest', (of) =>
      of
        .selectFrom('calls')
        .select(['startedAt', 'lastHeardAt', 'endedAt', 'greeted', 'lastExchange', 'status', 'verified'])
        .where('tenantId', '=', tenantId)
        .orderBy('startedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(500),
    )
    .selectFrom('tenants')
    .select([
      'slug',
      'status',
      'webhookAccess',
      'signaturePolicy',
      sql<Date>`clock_timestamp()`.as('databaseNow'),
    ])
    .select((eb) => {
      const calls = eb.selectFrom('latest');
      const refused = (why: 'signature' | 'key' | 'network') =>
        eb.selectFrom('webhookRefusals').select('at').where('tenantId', '=', tenantId).where('why', '=', why);
      return [
        calls
          .select(({ fn }) => fn.max('startedAt').as('at'))
          .where('greeted', '=', true)
          .as('answeredAt'),
        calls
          .select(({ fn }) => fn.max('lastHeardAt').as('at'))
          .where('lastExchange', '>', 0)
          .as('inputAt'),
        calls
          .select(({ fn }) => fn.max('endedAt').as('at'))
          .where('status', '=', 'COMPLETED')
          .as('hungUpAt'),
        calls
          .select(({ fn }) => fn.countAll<number>().as('amount'))
          .where('status', '=', 'LOST')
          .where('startedAt', '>', aWeekAgo)
          .as('lostCalls'),
        calls
          .select(({ fn }) => fn.max('startedAt').as('at'))
          .where('verified', '=', true)
          .as('verifiedAt'),
        eb
          .selectFrom('spentSignatures')
          .select(({ fn }) => fn.max('seenAt').as('at'))
          .where('tenantId', '=', tenantId)
          .as('signedAt'),
        refused('signature').as('badSignatureAt'),
        refused('key').as('wrongKeyAt'),
        refused('network').as('wrongNetworkAt'),
      ];
    })
    .where('id', '=', tenantId)
    .executeTakeFirst();
}

/** A tenant's numbers that are to be answered, now or soon. */
export function listNumbersInUse({ db }: Tx, tenantId: TenantId): Promise<SetupFacts['numbers']> {
  return db
    .selectFrom('phoneNumbers')
    .select(['e164', 'status', 'demo', 'provisioningIssue as issue'])
    .where('tenantId', '=', tenantId)
    .where('status', 'in', ['PROVISIONING', 'ACTIVE'])
    .execute();
}

/** The latest slugs of webhooks that no tenant has, of the last week, a hundred at most. */
export function listUnknownSlugs({ db }: Tx): Promise<{ slug: string; at: Date }[]> {
  return db
    .selectFrom('unknownSlugs')
    .select(['slug', 'at'])
    .where('at', '>', aWeekAgo)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
}
