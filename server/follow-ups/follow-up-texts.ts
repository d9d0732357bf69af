import { assertNever } from '../../shared/assert-never.ts';
import type { RequestTaken } from '../language-model/message-taken.ts';

/** What a person is told to do, for whom, and by when. */
export type FollowUpTask = { title: string; dueAt: Date };

/** The caller, as far as the line and the tenant's customers tell. */
export type Caller = { name: string | null; phone: string | null };

const HOUR_MS = 3_600_000;
const LONGEST_NAME = 60;

/** While the caller is on the line: a person is to act now, or within the hour. */
export function escalated(reason: 'EMERGENCY' | 'HUMAN_REQUESTED', caller: Caller, now: Date): FollowUpTask {
  const who = nameOf(caller);
  switch (reason) {
    case 'EMERGENCY':
      return { title: `Emergency: call ${who} back at once`, dueAt: now };
    case 'HUMAN_REQUESTED':
      return { title: `Call ${who} back: they asked for a person`, dueAt: later(now, 1) };
    default:
      return assertNever(reason);
  }
}

/** What a caller left to be done; by tomorrow. */
export function requested(kind: RequestTaken['kind'], caller: Caller, now: Date): FollowUpTask {
  const who = nameOf(caller);
  const dueAt = later(now, 24);
  switch (kind) {
    case 'APPOINTMENT':
      return { title: `Confirm an appointment with ${who}`, dueAt };
    case 'CANCELLATION':
      return { title: `Confirm a cancellation with ${who}`, dueAt };
    case 'CALL_BACK':
      return { title: `Call ${who} back`, dueAt };
    default:
      return assertNever(kind);
  }
}

/** The caller left no message, but the call isn't settled. */
export const leftOpen = (caller: Caller, now: Date): FollowUpTask => ({
  title: `Follow up on the call of ${nameOf(caller)}`,
  dueAt: later(now, 24),
});

const nameOf = ({ name, phone }: Caller): string =>
  name
    ?.replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed() ||
  phone ||
  'an anonymous caller';

const later = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR_MS);
