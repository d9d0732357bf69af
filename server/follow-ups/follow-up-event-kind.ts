import type { FollowUpRow } from './follow-up.store.ts';
import type { FollowUpEventKind } from './follow-up-activity.ts';

/** What it means to others that a follow-up is there. */
export const kindOfNew = ({ reason }: Pick<FollowUpRow, 'reason'>): FollowUpEventKind =>
  reason === 'EMERGENCY' || reason === 'HUMAN_REQUESTED' ? 'ESCALATED' : 'CREATED';

type State = Pick<FollowUpRow, 'status' | 'assigneeId'>;

/** What it means to others that somebody wrote this. */
export function kindOfChange(before: State, after: State): FollowUpEventKind {
  if (after.status !== before.status) return after.status === 'OPEN' ? 'CHANGED' : 'SETTLED';
  return after.assigneeId !== null && after.assigneeId !== before.assigneeId ? 'ASSIGNED' : 'CHANGED';
}
