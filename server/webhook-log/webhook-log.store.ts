import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Tx } from '../infra/database.ts';
import { hotStatement, json, nullable, uuid } from '../infra/hot-statement.ts';
import type { TenantId } from '../infra/ids.ts';
import { anyOf, type Tables } from '../infra/tables.ts';
import { redactedFields } from './redacted-fields.ts';
import { outcomeOf, type WebhookNote } from './webhook-note.ts';

/** What is kept of one tenant's webhooks, of either kind, and of those for unknown slugs. */
const MOST_ROWS = 10_000;

/**
 * Writes webhooks down, in one statement. Those of a tenant that is gone or going are not kept; one
 * that came by another method than POST, or from outside Vobiz's networks, is its slug's.
 */
export async function writeWebhooks(
  database: Pick<Database, 'asPlatform'>,
  notes: readonly WebhookNote[],
): Promise<void> {
  const tenants = await database.asPlatform((tx) => tx.run(WRITE, { rows: notes.map(rowOf) }));
  const written = new Map<TenantId | null, number>();
  for (const { tenantId } of tenants) written.set(tenantId, (written.get(tenantId) ?? 0) + 1);
  for (const [tenantId, amount] of written) {
    // Not every time: a table that is a little longer costs less than looking.
    if (amount >= BUSY || Math.random() < 1 / TRIMMED_EVERY) {
      await database.asPlatform((tx) => trim(tx, tenantId));
    }
  }
}

/** A batch with as many rows of one tenant is followed by a look at how many there are. */
const BUSY = 200;
const TRIMMED_EVERY = 50;

/**
 * Keeps the newest rows of a tenant, or of unknown slugs: of those that are known to come from the carrier, and of
 * others, each as many, so that no stranger pushes out what the carrier sent.
 */
export async function trim(tx: Tx, tenantId: TenantId | null, most = MOST_ROWS): Promise<void> {
  await trimKind(tx, tenantId, { verified: false, most });
  if (tenantId !== null) await trimKind(tx, tenantId, { verified: true, most });
}

async function trimKind(
  { db }: Tx,
  tenantId: TenantId | null,
  { verified, most }: { verified: boolean; most: number },
): Promise<void> {
  const newestToGo = db
    .selectFrom('webhookLog')
    .select(['at', 'id'])
    .where(isOf(tenantId))
    .where('verified', '=', verified)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset(most)
    .limit(1);
  await db
    .deleteFrom('webhookLog')
    .where(isOf(tenantId))
    .where('verified', '=', verified)
    .where(({ ref }) => sql<boolean>`(${ref('at')}, ${ref('id')}) <= ${newestToGo}`)
    .execute();
}

/** Both forms are answered from the index of tenants; `is not distinct from` isn't. */
const isOf = (tenantId: TenantId | null) => (eb: ExpressionBuilder<Tables, 'webhookLog'>) =>
  tenantId === null ? eb('tenantId', 'is', null) : eb('tenantId', '=', tenantId);

/** Deletes a tenant's rows, or those of unknown slugs, that came before. */
export async function deleteWebhooks({ db }: Tx, tenantId: TenantId | null, before: Date): Promise<void> {
  await db.deleteFrom('webhookLog').where(isOf(tenantId)).where('at', '<', before).execute();
}

export async function deleteWebhooksOfCalls(
  { db }: Tx,
  tenantId: TenantId,
  providerCallIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('webhookLog')
    .where('tenantId', '=', tenantId)
    .where('providerCallId', '=', anyOf(providerCallIds))
    .execute();
}

/** Every tenant, with the days that transcripts are kept; null: for ever. */
export function findRetentions({ db }: Tx): Promise<{ id: TenantId; days: number | null }[]> {
  return db.selectFrom('tenants').select(['id', 'transcriptRetentionDays as days']).execute();
}

function rowOf(note: WebhookNote): object {
  const { query, body, reason, slug, contentType, method, bodyBytes: _, ...rest } = note;
  const [asked, posted] = [redactedFields(query), redactedFields(body)];
  return {
    ...rest,
    slug: texted(slug),
    contentType: contentType && texted(contentType),
    method: texted(method),
    reason,
    outcome: outcomeOf(reason),
    query: asked.fields ?? [],
    body: posted.fields,
    isCut: asked.isCut || posted.isCut,
  };
}

const texted = (text: string): string => text.replaceAll('\0', '').slice(0, 100).toWellFormed();

/** Comes every second while callers are served: a batch is one parameter, whatever its size. */
const WRITE = hotStatement(
  `
  insert into webhook_log (tenant_id, at, slug, webhook, method, content_type, dialect, provider_call_id, phone, status,
    milliseconds, outcome, reason, query, body, is_cut, xml, verified)
  select coalesce(t.id, named.id), r.at, r.slug, r.webhook, r.method, r."contentType", r.dialect, r."providerCallId", r.phone, r.status,
         r.milliseconds, r.outcome, r.reason, r.query, nullif(r.body::text, 'null')::json, r."isCut", r.xml, r.verified
    from json_to_recordset($1) r (
      "tenantId" uuid, at timestamptz, slug text, webhook text, method text, "contentType" text, dialect text,
      "providerCallId" text, phone text, status smallint, milliseconds real, outcome text, reason text, query json,
      body json, "isCut" boolean, xml text, verified boolean)
    left join tenants t on t.id = r."tenantId" and t.erasing_since is null
    left join tenants named on r.reason in ('WRONG_METHOD', 'WRONG_NETWORK') and named.slug = r.slug and named.erasing_since is null
   where t.id is not null or r."tenantId" is null
  returning tenant_id as "tenantId"`,
  { tenantId: nullable(uuid<TenantId>()) },
  { rows: json<readonly object[]>() },
);
