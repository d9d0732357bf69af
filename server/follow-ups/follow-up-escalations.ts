import { analyseLateWords } from '../analysis/call-analysis/analyse-call.job.ts';
import type { CallerWords, NoticesCallers } from '../calls/caller-words.ts';
import type { Clock } from '../infra/clock.ts';
import type { Tx } from '../infra/database.ts';
import { loadLanguage } from '../understanding/intents/words.ts';
import { ESCALATE_CALL } from './follow-up-escalation.job.ts';
import { escalationsIn } from './follow-up-escalation.ts';

/** Hears what callers say in every call: one who needs a person gets a follow-up at once. */
export class Escalations implements NoticesCallers {
  constructor(private readonly clock: Clock) {
    // Some 110 ms, which no caller should wait for.
    loadLanguage();
  }

  /** Takes about a millisecond, and one statement for each thing that there is to do. */
  async heard(tx: Tx, { tenantId, callId, verified, number, text, isOver }: CallerWords): Promise<void> {
    for (const reason of escalationsIn(text)) {
      const key = `escalate ${callId} ${reason}`;
      await tx.addJob(ESCALATE_CALL, { tenantId, callId, number, reason }, { key });
    }
    // The call may have been analysed already, without these words.
    if (isOver) await analyseLateWords(tx, { tenantId, callId, verified }, this.clock.now());
  }
}
