import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { Tables } from '../infra/tables.ts';
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
  unverifiedAt: Date | null;
  webhookAccess: SetupFacts['webhookAccess'];
  signaturePolicy: SetupFacts['signaturePolicy'];
  /** The latest call of those that are known to be Vobiz's. */
  verifiedAt: Date | null;
  signedAt: Date | null;
  /** Of the last day. */
  floodAmount: number | null;
  floodAt: Date | null;
  modelTurnsToday: number | null;
  modelTurnsADay: number;
  /** Of the last week. */
  refusedRecordings: number | null;
  recordingRefusal: string | null;
  databaseNow: Date;
};

const aWeekAgo = sql<Date>`now() - interval '7 days'`;

const floods = (eb: ExpressionBuilder<Tables, 'tenants'>) =>
  eb
    .selectFrom('refusedWebhooks')
    .whereRef('refusedWebhooks.tenantId', '=', 'tenants.id')
    .where('reason', '=', 'FLOOD')
    .where('minute', '>', sql<Date>`now() - interval '24 hours'`);

const refusedRecordings = (eb: ExpressionBuilder<Tables, 'tenants'>) =>
  eb
    .selectFrom('recordings')
    .whereRef('recordings.tenantId', '=', 'tenants.id')
    .where('recordings.status', '=', 'REFUSED')
    .where('recordings.onlyHeard', '=', false)
    .where('notedAt', '>', aWeekAgo);

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
      'modelTurnsADay',
      sql<Date>`clock_timestamp()`.as('databaseNow'),
    ])
    .select((eb) => {
      const calls = eb.selectFrom('latest');
      const refused = (why: 'signature' | 'key' | 'network' | 'unverified') =>
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
        refused('unverified').as('unverifiedAt'),
        floods(eb)
          .select(sql<number>`sum(${sql.ref('refusedWebhooks.amount')})::float8`.as('amount'))
          .as('floodAmount'),
        floods(eb)
          .select(({ fn }) => fn.max('minute').as('at'))
          .as('floodAt'),
        eb
          .selectFrom('unverifiedModelTurns as m')
          .select('m.amount')
          .where('m.tenantId', '=', tenantId)
          .where('m.day', '=', sql<string>`(now() at time zone ${sql.ref('tenants.timeZone')})::date`)
          .as('modelTurnsToday'),
        refusedRecordings(eb)
          .select(({ fn }) => fn.countAll<number>().as('amount'))
          .as('refusedRecordings'),
        refusedRecordings(eb).select('reason').orderBy('notedAt', 'desc').limit(1).as('recordingRefusal'),
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
