import type { UserId } from '../infra/ids.ts';
import type { FollowUpStatus } from './follow-up.entity.ts';
import type { FollowUpRow } from './follow-up.store.ts';

/** A follow-up that a user settles, settles otherwise, or opens again; the same one where that changes nothing. */
export function withStatus(
  followUp: FollowUpRow,
  status: FollowUpStatus,
  { userId, now }: { userId: UserId; now: Date },
): FollowUpRow {
  if (status === followUp.status) return followUp;
  if (status === 'OPEN') return { ...followUp, status, settledAt: null, settledBy: null };
  return { ...followUp, status, settledAt: now, settledBy: userId };
}
