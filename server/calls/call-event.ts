import type { E164 } from '../infra/phone-number.ts';
import type { TenantProfile } from '../tenants/tenant-directory.ts';
import type { CallDirection } from './call.entity.ts';
import type { CallRecording, SpokenRecording } from './call-recording.ts';

/** Which call an event belongs to, and what the carrier says of it. */
export type CallIdentity = {
  tenant: TenantProfile;
  providerCallId: string;
  direction: CallDirection;
  from: E164 | undefined;
  /** As the carrier sent it, where that is no E.164 number. */
  rawFrom: string | undefined;
  to: E164 | undefined;
  /** Whether this webhook is known to come from the carrier. A call that began so takes no other. */
  verified: boolean;
  /** The carrier's account, as the webhook names it; unbelieved. */
  accountId?: string | undefined;
  /** What the same webhook tells of the call's sound. */
  recording?: CallRecording | undefined;
};

/** Names a call among all calls of all tenants. */
export const callKey = ({ tenant, providerCallId }: CallIdentity): string => `${tenant.id} ${providerCallId}`;

/** One delivery of a turn of the caller's. */
type Delivery = {
  /** Counts the caller's turns from 1; undefined where the address carried none. */
  turn: number | undefined;
  /** SHA-256 of what was delivered. */
  bodyHash: Buffer;
  /** Whether a delivery without a turn, equal to the last, is a repeat of it. */
  repeatsWithoutTurn: boolean;
  /** The turn was recorded: its sound may yet come by another request, and the reply may be waited for by another. */
  wasRecorded?: true;
};

/** What the caller did, in our own words, as far as it is known at once. */
export type HeardInput = Delivery &
  (
    | { kind: 'spoke'; words: string; confidence: number | undefined }
    | { kind: 'pressed'; digits: string }
    | { kind: 'stayedSilent' }
  );

/** What the caller did; where the carrier doesn't understand them, it has recorded what was said. */
export type CallerInput = HeardInput | (Delivery & { kind: 'spokeOnRecording'; recording: SpokenRecording });

/** The carrier followed a `Redirect` and asks for the rest of a reply. */
export type Continued = { kind: 'continued'; turn: number; part: number };

/** The carrier tells that it has begun to record a turn. */
export type RecordingBegun = { kind: 'recordingBegun'; turn: number };

/** The carrier tells how the recording of a turn ended, whatever the caller hears meanwhile. */
export type RecordingEnded = {
  kind: 'recordingEnded';
  turn: number;
  input: CallerInput;
  /** Whether it ended because the caller hung up. */
  hasHungUp: boolean;
};

/** The carrier has no more to do until a turn's recording is answered. */
export type SoundAwaited = {
  kind: 'soundAwaited';
  turn: number;
  /** How often it asked before. */
  waited: number;
  /** How often it asks at most; undefined until it is known how far the recording is. */
  most: number | undefined;
  /** SHA-256 of what was delivered. */
  bodyHash: Buffer;
};

export type HungUp = {
  kind: 'hungUp';
  durationSeconds: number | undefined;
  cause: string | undefined;
  /** Who hung up, in the carrier's word; only one of Vobiz's dialects says so. */
  source: string | undefined;
};

/** The carrier tells of a recording of the whole call, and nothing else. */
type Recorded = { kind: 'recorded' };

export type CallEvent =
  | { kind: 'answered' }
  | CallerInput
  | Continued
  | RecordingBegun
  | RecordingEnded
  | SoundAwaited
  | Recorded
  | HungUp;
