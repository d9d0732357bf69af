import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { anyOf, comesAfter, type Db, exactly } from '../infra/tables.ts';
import type { RedactedField } from './redacted-fields.ts';
import type { WebhookDialect } from './webhook-codec.ts';
import type { LoggedWebhookName, WebhookOutcome, WebhookReason } from './webhook-note.ts';

/** A webhook in the log, without what it said. */
export type LoggedWebhook = {
  id: string;
  at: Date;
  tenantId: TenantId | null;
  slug: string;
  webhook: LoggedWebhookName;
  method: string;
  dialect: WebhookDialect | null;
  providerCallId: string | null;
  /** Our own, where the call is in the call log. */
  callId: CallId | null;
  status: number;
  milliseconds: number;
  outcome: WebhookOutcome;
  reason: WebhookReason | null;
};

/** With what it said and was answered. */
export type LoggedExchange = LoggedWebhook & {
  contentType: string | null;
  query: RedactedField[];
  body: RedactedField[] | null;
  isCut: boolean;
  xml: string;
  /** Whether it was known to come from the carrier. */
  verified: boolean;
};

/** Which are wanted; what is undefined doesn't matter. */
export type WebhookCriteria = {
  tenantId: TenantId | undefined;
  webhook: LoggedWebhookName | undefined;
  outcomes: readonly WebhookOutcome[] | undefined;
  callId: CallId | undefined;
  providerCallId: string | undefined;
  since: Date | undefined;
  before: Date | undefined;
};

/** With its place in the list: when it came, to the microsecond. */
type ListedWebhook = LoggedWebhook & { place: string };

export const placeOf = ({ place, id }: ListedWebhook): Keyset => ({ at: place, id });

const SHOWN = [
  'w.id',
  'w.at',
  'w.tenantId',
  'w.slug',
  'w.webhook',
  'w.method',
  'w.dialect',
  'w.providerCallId',
  'c.id as callId',
  'w.status',
  'w.milliseconds',
  'w.outcome',
  'w.reason',
] as const;

/** Newest first, at most `limit`. */
export function listWebhooks(
  { db }: Tx,
  criteria: WebhookCriteria,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<ListedWebhook[]> {
  return webhooksMeeting(db, criteria)
    .select([...SHOWN, (eb) => exactly(eb.ref('w.at')).as('place')])
    .where((eb) => comesAfter([eb.ref('w.at'), eb.ref('w.id')], after))
    .orderBy('w.at', 'desc')
    .orderBy('w.id', 'desc')
    .limit(limit)
    .execute();
}

export async function countWebhooks({ db }: Tx, criteria: WebhookCriteria): Promise<number> {
  const { amount } = await webhooksMeeting(db, criteria)
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  return amount;
}

export function findWebhook({ db }: Tx, id: string): Promise<LoggedExchange | undefined> {
  return webhooksWithCalls(db)
    .select([...SHOWN, 'w.contentType', 'w.query', 'w.body', 'w.isCut', 'w.xml', 'w.verified'])
    .where('w.id', '=', id)
    .executeTakeFirst();
}

/** What a tenant is called in addresses now. */
export function findSlug({ db }: Tx, tenantId: TenantId): Promise<{ slug: string } | undefined> {
  return db.selectFrom('tenants').select('slug').where('id', '=', tenantId).executeTakeFirst();
}

const webhooksWithCalls = (db: Db) =>
  db
    .selectFrom('webhookLog as w')
    .leftJoin('calls as c', (on) =>
      on.onRef('c.tenantId', '=', 'w.tenantId').onRef('c.providerCallId', '=', 'w.providerCallId'),
    );

function webhooksMeeting(
  db: Db,
  { tenantId, webhook, outcomes, callId, providerCallId, since, before }: WebhookCriteria,
) {
  let webhooks = webhooksWithCalls(db);
  if (tenantId !== undefined) webhooks = webhooks.where('w.tenantId', '=', tenantId);
  if (webhook !== undefined) webhooks = webhooks.where('w.webhook', '=', webhook);
  if (outcomes !== undefined) webhooks = webhooks.where('w.outcome', '=', anyOf(outcomes));
  // An index has only those, and is found by the very word.
  if (outcomes && !outcomes.includes('ANSWERED')) {
    webhooks = webhooks.where('w.outcome', '<>', sql.lit('ANSWERED'));
  }
  if (callId !== undefined) webhooks = webhooks.where('c.id', '=', callId);
  if (providerCallId !== undefined) webhooks = webhooks.where('w.providerCallId', '=', providerCallId);
  if (since !== undefined) webhooks = webhooks.where('w.at', '>=', since);
  if (before !== undefined) webhooks = webhooks.where('w.at', '<', before);
  return webhooks;
}
