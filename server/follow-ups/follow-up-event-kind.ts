import type { UserId } from '../infra/ids.ts';
import type { FollowUpReason, FollowUpStatus } from './follow-up.entity.ts';
import type { FollowUpEventKind } from './follow-up-activity.ts';

/** What it means to others that a follow-up is there. */
export const kindOfNew = ({ reason }: { reason: FollowUpReason }): FollowUpEventKind =>
  reason === 'EMERGENCY' || reason === 'HUMAN_REQUESTED' ? 'ESCALATED' : 'CREATED';

type State = { status: FollowUpStatus; assigneeId: UserId | null };

/** What other users' consoles are told about a change of a follow-up. */
export function kindOfChange(before: State, after: State): FollowUpEventKind {
  if (after.status !== before.status) return after.status === 'OPEN' ? 'CHANGED' : 'SETTLED';
  return after.assigneeId !== null && after.assigneeId !== before.assigneeId ? 'ASSIGNED' : 'CHANGED';
}
