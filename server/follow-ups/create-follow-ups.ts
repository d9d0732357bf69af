import type { Consequence } from '../analysis/call-analysis/analysed-call.ts';
import type { NoticesCallers } from '../calls/caller-words.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Module } from '../infra/module.ts';
import type { Notifications } from '../infra/notifications.ts';
import { FollowUpResolver } from './follow-up.resolver.ts';
import { FollowUpService } from './follow-up.service.ts';
import { FollowUpActivityResolver } from './follow-up-activity.resolver.ts';
import { FollowUpActivity } from './follow-up-activity.ts';
import { followUpsAfterCall } from './follow-up-after-call.ts';
import { announceDue, FOLLOW_UP_DUE } from './follow-up-due.job.ts';
import { ESCALATE_CALL, escalateCall } from './follow-up-escalation.job.ts';
import type { AlsoOnEscalation } from './follow-up-escalation.ts';
import { Escalations } from './follow-up-escalations.ts';
import { CallFollowUpsResolver, CustomerFollowUpsResolver } from './follow-up-owners.resolver.ts';

export type FollowUpsFoundation = {
  database: Database;
  notifications: Pick<Notifications, 'on'>;
  clock: Clock;
  /** What else follows when a caller needs a person, in the same transaction. */
  also: readonly AlsoOnEscalation[];
};

/** What follow-ups bring to the process, and how they come of calls. */
export function createFollowUps({ database, notifications, clock, also }: FollowUpsFoundation) {
  const deps = { database, clock, also };
  return {
    /** For CallService: who listens in to callers. */
    notices: new Escalations(clock),
    /** For `createAnalysis`: what follows from an analysis. */
    afterCall: followUpsAfterCall(deps),
    resolvers: [
      new FollowUpResolver(new FollowUpService(database, clock), database),
      new CallFollowUpsResolver(database),
      new CustomerFollowUpsResolver(database),
      new FollowUpActivityResolver(new FollowUpActivity(notifications), database),
    ],
    tasks: {
      [ESCALATE_CALL]: (payload: unknown) => escalateCall(payload, deps),
      [FOLLOW_UP_DUE]: (payload: unknown) => announceDue(database, payload),
    },
  } satisfies Module & { notices: NoticesCallers; afterCall: Consequence };
}
