import type { Tx } from '../infra/database.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { Utterance } from '../language-model/transcriber.ts';

/** Where a webhook says that a call's sound can be had. Nothing of it is believed yet. */
export type CallRecording = {
  url: string;
  /** The carrier's own. */
  id: string | undefined;
  durationSeconds: number | undefined;
  /** The carrier's account that the recording belongs to. */
  accountId: string | undefined;
  /** It was made only to understand one turn: its sound isn't kept, but it is erased at the carrier with its call. */
  isOnlyHeard?: boolean;
};

/** Where what was said in one turn can be had. */
export type SpokenRecording = Pick<CallRecording, 'url' | 'accountId'>;

/** What was said in one turn, as it was recorded. */
export type Speech = Pick<Utterance, 'sound' | 'contentType'>;

/**
 * Fetches what was recorded of one turn, within `ms` milliseconds. Throws where that can't be had; the message is a
 * sentence for the log.
 */
export type FetchesSpeech = (
  call: { tenantId: TenantId; callId: CallId },
  recording: SpokenRecording,
  within: { ms: number },
) => Promise<Speech>;

/** Told of recordings in the transaction of the event that named them; the same one may be told of again. */
export type NotesRecordings = {
  noted(
    tx: Tx,
    call: { tenantId: TenantId; callId: CallId; verified: boolean },
    recording: CallRecording,
  ): Promise<void>;
};
