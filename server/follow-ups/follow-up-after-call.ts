import type { AnalysedCall } from '../analysis/call-analysis/analysed-call.ts';
import type { Clock } from '../infra/clock.ts';
import type { Tx } from '../infra/database.ts';
import type { RequestTaken } from '../language-model/message-taken.ts';
import { addSaid, announce, openFollowUp } from './follow-up.store.ts';
import { readCallWords } from './follow-up-caller.store.ts';
import {
  ESCALATION_REASONS,
  type Escalating,
  type Escalation,
  escalate,
  escalationOrigin,
  reasonsAmong,
} from './follow-up-escalation.ts';
import { leftOpen, requested } from './follow-up-texts.ts';

/** What there is to do after a call: one thing of each kind, with all that was said about it. */
type Task = { kind: RequestTaken['kind'] | 'UNSETTLED'; said: string };

/** Nothing that a caller left is lost, whatever else was found; without it, the outcome tells whether to follow up. */
function tasksOf({ requests, analysis }: Pick<AnalysedCall, 'requests' | 'analysis'>): Task[] {
  const kinds = [...new Set(requests.map(({ kind }) => kind))];
  const tasks = kinds.map((kind) => ({
    kind,
    said: requests
      .filter((request) => request.kind === kind)
      .map(({ wish }) => wish)
      .join('\n'),
  }));
  if (tasks.length > 0 || analysis.outcome !== 'FOLLOW_UP_NEEDED') return tasks;
  return [{ kind: 'UNSETTLED', said: analysis.summary }];
}

/** A consequence of an analysis: makes the follow-ups of a call. A second analysis adds what it finds besides. */
export const followUpsAfterCall =
  (deps: Escalating) =>
  async (tx: Tx, call: AnalysedCall): Promise<void> => {
    const escalations = escalationsOf(call);
    // They were made while the caller spoke, unless the job for it is still waiting: it finds nothing left to do.
    for (const escalation of escalations) await escalate(tx, escalation, deps);
    for (const task of tasksOf(call)) {
      const isForCallingBack = task.kind === 'CALL_BACK' || task.kind === 'UNSETTLED';
      if (isForCallingBack && escalations.length > 0) await addToEscalation(tx, call, task.said);
      else await open(tx, call, task, deps.clock);
    }
  };

/** The first line that says so, for each reason. */
function escalationsOf({ tenantId, callId, wants }: AnalysedCall): Escalation[] {
  const all = wants.flatMap(({ number, intents }) =>
    reasonsAmong(intents).map((reason) => ({ tenantId, callId, number, reason })),
  );
  return ESCALATION_REASONS.flatMap((reason) => all.find((escalation) => escalation.reason === reason) ?? []);
}

async function open(tx: Tx, call: AnalysedCall, { kind, said }: Task, clock: Clock): Promise<void> {
  const { tenantId, callId, customerId, requests, analysis } = call;
  const record = await readCallWords(tx, { tenantId, callId, number: 0 });
  const saidName = requests.find(({ name }) => name !== undefined)?.name ?? analysis.customerName;
  const caller = { name: record?.name ?? saidName, phone: record?.phone ?? null };
  const now = clock.now();
  const task = kind === 'UNSETTLED' ? leftOpen(caller, now) : requested(kind, caller, now);
  const origin = `call ${callId} ${kind}`;
  await openFollowUp(tx, { tenantId, ...task, reason: 'CALL', callId, customerId, said, origin, now });
}

/**
 * A caller who was promised a call back during the call gets no second follow-up: the first one is told what it is
 * about.
 */
async function addToEscalation(tx: Tx, { tenantId, callId }: AnalysedCall, said: string): Promise<void> {
  const origins = ESCALATION_REASONS.map((reason) => escalationOrigin(callId, reason));
  const followUpId = await addSaid(tx, tenantId, { origins, said });
  if (followUpId !== undefined) await announce(tx, { kind: 'CHANGED', tenantId, followUpId });
}
