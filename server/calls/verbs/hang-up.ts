import type { Tx } from '../../infra/database.ts';
import type { CallId } from '../../infra/ids.ts';
import { close, findKnownCall } from '../call.store.ts';
import { enqueueAfterHangup } from '../call-ended.store.ts';
import { type CallIdentity, callKey, type HungUp } from '../call-event.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { callOverNews, REPLY_CHANNEL } from '../reply/reply-news.ts';
import { type CallParts, inCall, openCall } from './call-transaction.ts';

/** Closes the call. Safe to repeat: the first hangup wins, later ones change nothing. */
export async function hangUp(
  parts: CallParts & { generator: Pick<ReplyGenerator, 'stop'> },
  call: CallIdentity,
  hungUp: HungUp,
): Promise<void> {
  await inCall(parts, call, async (tx) => {
    const open = await openCall(tx, parts, call);
    await closeCall(tx, parts, call, open, hungUp);
  });
  parts.generator.stop(callKey(call));
}

/** As `hangUp`, for a call that is there; one that isn't stays so. */
export async function hangUpKnown(
  parts: CallParts & { generator: Pick<ReplyGenerator, 'stop'> },
  call: CallIdentity,
  hungUp: HungUp,
): Promise<void> {
  await inCall(parts, call, async (tx) => {
    const known = await findKnownCall(tx, call.tenant.id, call.providerCallId);
    if (known) await closeCall(tx, parts, call, known, hungUp);
  });
  parts.generator.stop(callKey(call));
}

async function closeCall(
  tx: Tx,
  { clock }: Pick<CallParts, 'clock'>,
  call: CallIdentity,
  { id: callId, verified }: { id: CallId; verified: boolean },
  { durationSeconds, cause, source }: HungUp,
): Promise<void> {
  const tenantId = call.tenant.id;
  if (await close(tx, tenantId, callId, { now: clock.now(), durationSeconds, cause, source }))
    await enqueueAfterHangup(tx, { tenantId, callId, verified, accountId: call.accountId });
  await tx.notify(REPLY_CHANNEL, JSON.stringify(callOverNews(callKey(call))));
}
