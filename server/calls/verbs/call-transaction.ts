import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { findOrOpen, type OpenCall } from '../call.store.ts';
import type { CallIdentity } from '../call-event.ts';
import type { NotesRecordings } from '../call-recording.ts';

/** What every webhook of a call needs, whatever it tells. */
export type CallParts = { database: Database; clock: Clock; recordings: NotesRecordings };

/** One transaction with the call to ourselves. */
export function inCall<T>(
  { database }: Pick<CallParts, 'database'>,
  call: CallIdentity,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return database.inTenant(call.tenant.id, work, { lock: call.providerCallId, inCall: true });
}

/** Finds the call, or opens it, and notes what the same webhook tells of its sound. */
export async function openCall(
  tx: Tx,
  parts: Pick<CallParts, 'clock' | 'recordings'>,
  call: CallIdentity,
  greeting?: string,
): Promise<OpenCall> {
  const open = await findOrOpen(tx, call, parts.clock.now(), greeting);
  await noteRecordingOf(tx, parts, call, open);
  return open;
}

/** Notes what a webhook tells of the call's sound, if anything. */
export async function noteRecordingOf(
  tx: Tx,
  { recordings }: Pick<CallParts, 'recordings'>,
  { tenant, recording }: CallIdentity,
  { id: callId, verified }: Pick<OpenCall, 'id' | 'verified'>,
): Promise<void> {
  if (recording) await recordings.noted(tx, { tenantId: tenant.id, callId, verified }, recording);
}
