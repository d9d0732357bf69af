import { close } from '../call.store.ts';
import { enqueueAfterHangup } from '../call-ended.store.ts';
import { type CallIdentity, callKey, type HungUp } from '../call-event.ts';
import type { ReplyGenerator } from '../reply/reply-generator.ts';
import { callOverNews, REPLY_CHANNEL } from '../reply/reply-news.ts';
import { type CallParts, inCall, openCall } from './call-transaction.ts';

/** Closes the call. Safe to repeat: the first hangup wins, later ones change nothing. */
export async function hangUp(
  parts: CallParts & { generator: Pick<ReplyGenerator, 'stop'> },
  call: CallIdentity,
  { durationSeconds, cause, source }: HungUp,
): Promise<void> {
  const key = callKey(call);
  const tenantId = call.tenant.id;
  await inCall(parts, call, async (tx) => {
    const { id: callId, verified } = await openCall(tx, parts, call);
    const now = parts.clock.now();
    if (await close(tx, tenantId, callId, { now, durationSeconds, cause, source }))
      await enqueueAfterHangup(tx, { tenantId, callId, verified, accountId: call.accountId });
    await tx.notify(REPLY_CHANNEL, JSON.stringify(callOverNews(key)));
  });
  parts.generator.stop(key);
}
