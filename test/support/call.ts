import { randomUUID } from 'node:crypto';
import type { CallId, CustomerId, TenantId } from '../../server/infra/ids.ts';
import type { TestDatabase } from './database.ts';
import { asCallId } from './ids.ts';

/** A call with its transcript, straight in the database: the first line is the agent's. @returns its id */
export async function aCallOf(
  { admin }: TestDatabase,
  tenantId: TenantId,
  call: {
    startedAt?: string;
    status?: 'IN_PROGRESS' | 'COMPLETED' | 'LOST';
    customerId?: CustomerId | null;
    direction?: 'INBOUND' | 'OUTBOUND';
    lines?: readonly string[];
  } = {},
): Promise<CallId> {
  const id = asCallId(randomUUID());
  const { startedAt = '2026-03-01 10:00:00Z', status = 'COMPLETED', customerId = null } = call;
  await admin(
    `insert into calls (tenant_id, id, provider_call_id, direction, "from", "to", customer_id, started_at, last_heard_at)
     values ($1, $2, $3, $4, '+919876543210', '+917971543252', $5, $6, $6)`,
    [tenantId, id, `call ${id}`, call.direction ?? 'INBOUND', customerId, startedAt],
  );
  for (const [index, text] of (call.lines ?? ['Good morning.']).entries()) {
    await admin(
      `insert into turns (tenant_id, call_id, number, speaker, text, at, source) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenantId,
        id,
        index + 1,
        index % 2 ? 'CALLER' : 'AGENT',
        text,
        startedAt,
        index % 2 ? null : 'SCRIPTED',
      ],
    );
    await admin(
      `insert into exchanges (tenant_id, call_id, number, body_hash, asked_at, state, source, sentences, stalls_at)
       values ($1, $2, $3, '\\x00', $4, 'WRITTEN', 'SCRIPTED', jsonb_build_array($5::text), $4)`,
      [tenantId, id, index + 1, startedAt, text],
    );
  }
  await admin(
    `update calls set status = $3, ended_at = case $3 when 'IN_PROGRESS' then null else started_at end
                where tenant_id = $1 and id = $2`,
    [tenantId, id, status],
  );
  return id;
}

/** The kept sound of a call. @returns its id */
export async function aRecordingOf(
  { admin }: TestDatabase,
  tenantId: TenantId,
  callId: CallId,
): Promise<string> {
  const id = randomUUID();
  await admin(
    `insert into recordings (tenant_id, id, call_id, source_key, url_hash, source_host, status, noted_at, content_type,
       bytes, sha256, stored_in)
     values ($1, $2, $3, $2::uuid::text, '\\x00', 'media.vobiz.ai', 'KEPT', now(), 'audio/mpeg', 3, '\\x00', 'DISK')`,
    [tenantId, id, callId],
  );
  return id;
}
