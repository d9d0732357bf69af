import type { CallStatus } from '../call.entity.ts';

/** What a carrier still delivers when a caller hangs up while speaking comes within seconds. */
const WITHIN_MS = 60_000;
/** Every line costs another analysis: more lines after the hangup than a caller can speak would be a flood. */
const MOST = 5;

/** A call that is over, when a webhook brings more of its caller's words. */
export type EndedCallSoFar = {
  status: Exclude<CallStatus, 'IN_PROGRESS'>;
  endedAt: Date;
  /** Webhooks whose words were taken since then. */
  taken: number;
};

/**
 * Whether words that a webhook brings after the call are still taken: five times, in the minute after the hangup. A
 * call that was given up for lost had no hangup, so its caller's words may come at any time. Words of a webhook that
 * was taken before are no matter of this, however late they are transcribed.
 */
export function takesLateWords({ status, endedAt, taken }: EndedCallSoFar, now: Date): boolean {
  if (taken >= MOST) return false;
  return status === 'LOST' || now.getTime() - endedAt.getTime() <= WITHIN_MS;
}
