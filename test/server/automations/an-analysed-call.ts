import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../server/infra/database.ts';
import type { CallId, CustomerId, TenantId } from '../../../server/infra/ids.ts';
import type { Intent } from '../../../server/understanding/intents/intents.ts';
import type { TestDatabase } from '../../support/database.ts';
import { asCallId, asCustomerId } from '../../support/ids.ts';

export type AnalysedCallOptions = {
  status?: 'COMPLETED' | 'LOST' | 'IN_PROGRESS';
  startedAt?: Date;
  durationSeconds?: number;
  /** What the caller said; none at all for a silent call. */
  said?: string[];
  /** Null where the caller hides their number. */
  customer?: { id?: CustomerId; name?: string; tags?: string[] } | null;
  sentiment?: 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE';
  score?: number;
  intents?: Intent[];
};

/** @returns the call's id and the customer's */
export async function anAnalysedCall(
  { admin, database }: TestDatabase,
  afterCall: (tx: Tx, call: { tenantId: TenantId; callId: CallId }) => Promise<void>,
  tenantId: TenantId,
  options: AnalysedCallOptions = {},
): Promise<{ callId: CallId; customerId: CustomerId | null }> {
  const callId = asCallId(randomUUID());
  const {
    status = 'COMPLETED',
    startedAt = new Date(),
    durationSeconds = 60,
    said = ['When do you open?'],
  } = options;
  const customerId =
    options.customer === null ? null : await aCustomer({ admin }, tenantId, options.customer);
  await admin(
    `insert into calls (tenant_id, id, provider_call_id, status, "from", "to", started_at, last_heard_at, duration_seconds,
       persona_version, customer_id)
     values ($1, $2, $3, $4, $5, '+917971543252', $6, $6, $7, 1, $8)`,
    [
      tenantId,
      callId,
      `vobiz-${callId}`,
      status,
      customerId && '+919876543210',
      startedAt,
      durationSeconds,
      customerId,
    ],
  );
  for (const [index, text] of said.entries()) {
    await admin(
      `insert into turns (tenant_id, call_id, number, speaker, text, at) values ($1, $2, $3, 'CALLER', $4, $5)`,
      [tenantId, callId, index + 1, text, startedAt],
    );
  }
  await analyse({ admin }, { tenantId, callId }, options);
  await database.inTenant(tenantId, (tx) => afterCall(tx, { tenantId, callId }));
  return { callId, customerId };
}

async function analyse(
  { admin }: Pick<TestDatabase, 'admin'>,
  { tenantId, callId }: { tenantId: TenantId; callId: CallId },
  { sentiment = 'NEUTRAL', score = 0, intents = ['OPENING_HOURS'] }: AnalysedCallOptions,
): Promise<void> {
  await admin(
    `insert into call_analyses (tenant_id, call_id, started_at, sentiment, sentiment_score, summary, intents, outcome,
       source, line_count, caller_lines, is_returning, replies, reply_ms, analysed_at)
     select $1, $2, started_at, $3, $4, 'They asked for the hours. They were told.', $5, 'RESOLVED', 'SCRIPTED', 1, 1,
            false, 0, 0, now()
       from calls where id = $2
     on conflict (tenant_id, call_id) do update set sentiment = excluded.sentiment, intents = excluded.intents`,
    [tenantId, callId, sentiment, score, intents],
  );
}

async function aCustomer(
  { admin }: Pick<TestDatabase, 'admin'>,
  tenantId: TenantId,
  { id, name = 'Meera', tags = [] }: { id?: CustomerId; name?: string; tags?: string[] } = {},
): Promise<CustomerId> {
  if (id !== undefined) return id;
  const own = asCustomerId(randomUUID());
  await admin(
    `insert into customers (tenant_id, id, phone, name, tags, first_seen_at) values ($1, $2, $3, $4, $5, now())`,
    [tenantId, own, `+91${own.replaceAll(/\D/g, '').padEnd(10, '7').slice(0, 10)}`, name, tags],
  );
  return own;
}
