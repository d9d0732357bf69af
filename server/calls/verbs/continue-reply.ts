import type { CallIdentity, Continued } from '../call-event.ts';
import type { CallReply } from '../call-reply.ts';
import type { ReplyDelivery } from '../reply/reply-delivery.ts';
import { type CallParts, inCall, openCall } from './call-transaction.ts';

/** Resolves with the next document of a reply that was begun. */
export function continueReply(
  parts: CallParts & { delivery: ReplyDelivery },
  call: CallIdentity,
  { turn, part }: Continued,
): Promise<CallReply> {
  return parts.delivery.during(call, async (listener) => {
    if (call.recording) await inCall(parts, call, (tx) => openCall(tx, parts, call));
    return listener.next(turn, part);
  });
}
