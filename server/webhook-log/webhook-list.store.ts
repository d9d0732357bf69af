import { at, type Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { RedactedField } from './redacted-fields.ts';
import type { WebhookDialect } from './webhook-codec.ts';
import type { LoggedWebhookName, WebhookOutcome, WebhookReason } from './webhook-note.ts';

/** A webhook in the log, without what it said. */
export type LoggedWebhook = {
  id: string;
  at: Date;
  tenantId: string | null;
  slug: string;
  webhook: LoggedWebhookName;
  method: string;
  dialect: WebhookDialect | null;
  providerCallId: string | null;
  /** Our own, where the call is in the call log. */
  callId: string | null;
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
};

/** Which are wanted; what is undefined doesn't matter. */
export type WebhookCriteria = {
  tenantId: string | undefined;
  webhook: LoggedWebhookName | undefined;
  outcomes: readonly WebhookOutcome[] | undefined;
  callId: string | undefined;
  providerCallId: string | undefined;
  since: Date | undefined;
  before: Date | undefined;
};

export type RawWebhook = Omit<LoggedWebhook, 'at'> & { at: string };
type RawExchange = Omit<LoggedExchange, 'at'> & { at: string };

const COLUMNS = `w.id, w.at::text as at, w.tenant_id as "tenantId", w.slug, w.webhook, w.method, w.dialect,
  w.provider_call_id as "providerCallId", c.id as "callId", w.status, w.milliseconds, w.outcome, w.reason`;
const FROM = `webhook_log w
  left join calls c on c.tenant_id = w.tenant_id and c.provider_call_id = w.provider_call_id`;

export const shown = (row: RawWebhook): LoggedWebhook => ({ ...row, at: at(row.at) });

/** Newest first, at most `limit`. */
export async function listWebhooks(
  tx: Tx,
  criteria: WebhookCriteria,
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<RawWebhook[]> {
  const { where, parameters, given } = clausesOf(criteria);
  if (after) where.push(`(w.at, w.id) < (${given(after.at)}::timestamptz, ${given(after.id)}::uuid)`);
  return tx.query<RawWebhook>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by w.at desc, w.id desc limit ${limit}`,
    parameters,
  );
}

export async function countWebhooks(tx: Tx, criteria: WebhookCriteria): Promise<number> {
  const { where, parameters } = clausesOf(criteria);
  const sql = `select count(*)::int as amount from ${FROM} where ${where.join(' and ')}`;
  return (await tx.one<{ amount: number }>(sql, parameters))?.amount ?? 0;
}

export async function findWebhook(tx: Tx, id: string): Promise<LoggedExchange | undefined> {
  const row = await tx.one<RawExchange>(
    `select ${COLUMNS}, w.content_type as "contentType", w.query, w.body, w.is_cut as "isCut", w.xml
       from ${FROM} where w.id = $1`,
    [id],
  );
  return row && { ...row, at: at(row.at) };
}

function clausesOf({ tenantId, webhook, outcomes, callId, providerCallId, since, before }: WebhookCriteria) {
  const parameters: unknown[] = [];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const where = ['true'];
  if (tenantId !== undefined) where.push(`w.tenant_id = ${given(tenantId)}`);
  if (webhook !== undefined) where.push(`w.webhook = ${given(webhook)}`);
  if (outcomes !== undefined) where.push(`w.outcome = any(${given(outcomes)}::text[])`);
  // An index has only those.
  if (outcomes && !outcomes.includes('ANSWERED')) where.push(`w.outcome <> 'ANSWERED'`);
  if (callId !== undefined) where.push(`c.id = ${given(callId)}::uuid`);
  if (providerCallId !== undefined) where.push(`w.provider_call_id = ${given(providerCallId)}`);
  if (since !== undefined) where.push(`w.at >= ${given(since)}`);
  if (before !== undefined) where.push(`w.at < ${given(before)}`);
  return { where, parameters, given };
}
