import type { CallIdentity } from '../../../calls/call-event.ts';
import { callerOf } from '../../../calls/caller.ts';
import type { TenantProfile } from '../../../tenants/tenant-directory.ts';
import type { Webhook } from './vobiz-webhook.ts';

/** How a webhook is known: `verified` where it surely comes from the carrier. */
export type Admitted = { verified: boolean; nonces: readonly string[] };

/** Which call of which tenant a webhook is of, and what it tells of the call's sound. Pure. */
export function identityOf(
  { callId, direction, to, recording, parentAuthId, event, ...numbers }: Extract<Webhook, { kind: 'event' }>,
  tenant: TenantProfile,
  admitted: Admitted,
): CallIdentity {
  const caller = callerOf({ direction, to, ...numbers }, tenant.forwarding);
  const identity = { tenant, providerCallId: callId, direction, ...caller, to, ...admitted };
  // A recording without an address can't be fetched.
  if (recording?.url === undefined) return identity;
  // What was only recorded to be understood is kept where calls are recorded anyway.
  if (event.kind === 'spokeOnRecording' && tenant.recordingNotice === undefined) return identity;
  return { ...identity, recording: { ...recording, url: recording.url, accountId: parentAuthId } };
}
