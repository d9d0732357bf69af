import type { CallIdentity, RecordingBegun, RecordingEnded, SoundAwaited } from '../call-event.ts';
import type { CallReply } from '../call-reply.ts';
import { soundWait } from '../conversation/sound-wait.ts';
import { noteRecordingBegun } from '../transcription/recorded-turn.store.ts';
import { type CallParts, inCall, openCall } from './call-transaction.ts';
import { beginReply, type InputParts, inputTaken, take } from './take-input.ts';

/** Notes when the recording of a turn began: it tells how long its sound may be waited for. */
export async function recordingBegan(
  parts: CallParts,
  call: CallIdentity,
  { turn }: RecordingBegun,
): Promise<void> {
  await inCall(parts, call, async (tx) => {
    const { id: callId } = await openCall(tx, parts, call);
    await noteRecordingBegun(tx, { tenantId: call.tenant.id, callId, turn }, parts.clock.now());
  });
}

/** Takes the turn that was recorded, for the request that waits for it. */
export async function recordingEnded(
  parts: InputParts,
  call: CallIdentity,
  { input, hasHungUp }: RecordingEnded,
): Promise<void> {
  const isTaken = parts.admission.takes();
  const taken = await inCall(parts, call, async (tx) => {
    // Who hung up without a word is asked nothing.
    if (!hasHungUp || input.kind !== 'stayedSilent')
      return take(tx, parts, call, input, 'for another request');
    await openCall(tx, parts, call);
    return undefined;
  }).finally(isTaken);
  if (taken) beginReply(parts, call, input, taken);
}

/** Waits for the sound of a turn, in silence, and delivers the reply to it; what doesn't come is a silence. */
export function awaitSound(parts: InputParts, call: CallIdentity, event: SoundAwaited): Promise<CallReply> {
  const { turn, waited, bodyHash } = event;
  const asked = parts.clock.now();
  return parts.delivery.during(call, async (listener) => {
    if (call.recording) await inCall(parts, call, (tx) => openCall(tx, parts, call));
    const heard = await listener.taken(turn);
    if (heard.isTaken) return heard.reply;
    const { goesOn, most } = soundWait(event, { asked, recordedSince: heard.recordedSince }, parts.budgets);
    if (goesOn) return [{ step: 'awaitSound', turn, waited: waited + 1, most }];
    const silence = {
      kind: 'stayedSilent',
      wasRecorded: true,
      turn,
      bodyHash,
      repeatsWithoutTurn: false,
    } as const;
    // What came with the webhook was noted before.
    return inputTaken(parts, { ...call, recording: undefined }, silence, listener);
  });
}
