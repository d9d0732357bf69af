import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { FollowUpResolver } from './follow-up.resolver.ts';
import { FollowUpService } from './follow-up.service.ts';
import { followUpsAfterCall } from './follow-up-after-call.ts';
import { ESCALATE_CALL, escalateCall } from './follow-up-escalation.job.ts';
import type { AlsoOnEscalation } from './follow-up-escalation.ts';
import { Escalations } from './follow-up-escalations.ts';

export type FollowUpsFoundation = {
  database: Database;
  clock: Clock;
  /** What else follows when a caller needs a person, in the same transaction. */
  also: readonly AlsoOnEscalation[];
};

/** Follow-ups, put together. */
export function createFollowUps({ database, clock, also }: FollowUpsFoundation) {
  const deps = { database, clock, also };
  return {
    /** For CallService: who listens in to callers. */
    notices: new Escalations(),
    /** For `createAnalysis`: what follows from an analysis. */
    afterCall: followUpsAfterCall(deps),
    resolvers: [new FollowUpResolver(new FollowUpService(database, clock), database)],
    tasks: { [ESCALATE_CALL]: (payload: unknown) => escalateCall(payload, deps) },
  };
}
