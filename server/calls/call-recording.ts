import type { Tx } from '../infra/database.ts';

/** Where a webhook says that a call's sound can be had. Nothing of it is believed yet. */
export type CallRecording = {
  url: string;
  /** The carrier's own. */
  id: string | undefined;
  durationSeconds: number | undefined;
  /** The carrier's account that the recording belongs to. */
  accountId: string | undefined;
};

/** Told of recordings in the transaction of the event that named them; the same one may be told of again. */
export type NotesRecordings = {
  noted(tx: Tx, call: { tenantId: string; callId: string }, recording: CallRecording): Promise<void>;
};
