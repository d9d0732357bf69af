import { randomUUID } from 'node:crypto';
import type { CallId, CustomerId, TenantId } from '../../../server/infra/ids.ts';
import type { NumberedLine } from '../../../server/language-model/analyst.ts';
import type { TestDatabase } from '../../support/database.ts';
import { asCallId, asCustomerId } from '../../support/ids.ts';

/** A call as it was heard: `caller: …` and `agent: …`, a line each. */
export const linesOf = (...said: string[]): NumberedLine[] =>
  said.map((line, index) => ({
    number: index + 1,
    speaker: line.startsWith('caller: ') ? 'CALLER' : 'AGENT',
    text: line.replace(/^(caller|agent): /, ''),
  }));

export type EndedCall = { tenantId: TenantId; callId: CallId; customerId: CustomerId | null };

type CallOptions = {
  status?: 'COMPLETED' | 'LOST' | 'IN_PROGRESS';
  startedAt?: Date;
  seconds?: number;
  /** Whether it is known to come from Vobiz. */
  verified?: boolean;
  /** Of an earlier call. */
  customerId?: CustomerId;
  /** A customer with this name calls for the first time; null has none. Left out, the caller is anonymous. */
  customerName?: string | null;
};

/** A call that is over, straight in the database. */
export async function anEndedCall(
  { admin }: TestDatabase,
  tenantId: TenantId,
  lines: readonly NumberedLine[],
  options: CallOptions = {},
): Promise<EndedCall> {
  const callId = asCallId(randomUUID());
  const { status = 'COMPLETED', startedAt = new Date(), seconds = 60, verified = false } = options;
  const customerId = options.customerId ?? (await aCustomer({ admin }, tenantId, options.customerName));
  await admin(
    `insert into calls (tenant_id, id, provider_call_id, status, started_at, last_heard_at, duration_seconds,
       persona_version, customer_id, verified)
     values ($1, $2, $2::uuid::text, $3, $4, $4, $5, 1, $6, $7)`,
    [tenantId, callId, status, startedAt, status === 'IN_PROGRESS' ? null : seconds, customerId, verified],
  );
  await speak({ admin }, { tenantId, callId }, lines);
  return { tenantId, callId, customerId };
}

/** Adds lines to a call's transcript. */
export async function speak(
  { admin }: Pick<TestDatabase, 'admin'>,
  { tenantId, callId }: Pick<EndedCall, 'tenantId' | 'callId'>,
  lines: readonly NumberedLine[],
): Promise<void> {
  for (const { number, speaker, text } of lines) {
    await admin(
      'insert into turns (tenant_id, call_id, number, speaker, text, at) values ($1, $2, $3, $4, $5, now())',
      [tenantId, callId, number, speaker, text],
    );
  }
}

async function aCustomer(
  { admin }: Pick<TestDatabase, 'admin'>,
  tenantId: TenantId,
  name: string | null | undefined,
): Promise<CustomerId | null> {
  if (name === undefined) return null;
  const id = asCustomerId(randomUUID());
  await admin(
    'insert into customers (tenant_id, id, phone, name, first_seen_at) values ($1, $2, $3, $4, now())',
    [tenantId, id, `+91${Math.floor(7e9 + Math.random() * 1e9)}`, name],
  );
  return id;
}
