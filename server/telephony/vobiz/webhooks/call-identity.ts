import type { CallEvent, CallIdentity } from '../../../calls/call-event.ts';
import { callerOf } from '../../../calls/caller.ts';
import type { TenantProfile } from '../../../tenants/tenant-directory.ts';
import type { Webhook } from './vobiz-webhook.ts';

/** Which call of which tenant a webhook is of, and what it tells of the call's sound. Pure. @param verified surely the carrier's */
export function identityOf(
  { callId, direction, to, recording, parentAuthId, event, ...numbers }: Extract<Webhook, { kind: 'event' }>,
  tenant: TenantProfile,
  verified: boolean,
): CallIdentity {
  const caller = callerOf({ direction, to, ...numbers }, tenant.forwarding);
  const account = { accountId: parentAuthId };
  const identity = { tenant, providerCallId: callId, direction, ...caller, to, verified, ...account };
  // A recording without an address can't be fetched.
  if (recording?.url === undefined) return identity;
  // What was only recorded to be understood is kept where calls are recorded anyway.
  const isOnlyHeard = isOfTurn(event) && tenant.recordingNotice === undefined;
  return { ...identity, recording: { ...recording, url: recording.url, ...account, isOnlyHeard } };
}

const isOfTurn = ({ kind }: CallEvent): boolean =>
  ['spokeOnRecording', 'recordingBegun', 'recordingEnded', 'soundAwaited'].includes(kind);
