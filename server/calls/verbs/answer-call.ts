import { greet } from '../call.store.ts';
import type { CallIdentity } from '../call-event.ts';
import { type CallReply, hangingUp } from '../call-reply.ts';
import { answeringModeAt, greetingIn } from '../conversation/answering-mode.ts';
import { answeredReply } from '../conversation/call-state.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { type CallParts, inCall, openCall } from './call-transaction.ts';

/** Opens the call and greets the caller. */
export async function answerCall(parts: CallParts, call: CallIdentity): Promise<CallReply> {
  const { tenant } = call;
  const { persona } = tenant;
  if (isOfRetiredNumber(call)) return hangingUp(phrasesIn(persona.language).retired);
  const now = parts.clock.now();
  const open = await inCall(parts, call, async (tx) => {
    const found = await openCall(tx, parts, call, greetingIn(persona, answeringModeAt(tenant, now)));
    if (!found.greeted && found.status === 'IN_PROGRESS') {
      const greeting = greetingIn(persona, answeringModeAt(tenant, found.startedAt));
      await greet(tx, tenant.id, found, greeting, now);
    }
    return found;
  });
  return answeredReply(tenant, open);
}

/** Whether it came to a number that the business gave up: it is answered with a sentence, and isn't a call of theirs. */
export const isOfRetiredNumber = ({ tenant, to }: CallIdentity): boolean =>
  to !== undefined && tenant.retiredNumbers.includes(to);

/** Notes the call, and what the same webhook tells of its sound. */
export async function noteCall(parts: CallParts, call: CallIdentity): Promise<void> {
  await inCall(parts, call, (tx) => openCall(tx, parts, call));
}
