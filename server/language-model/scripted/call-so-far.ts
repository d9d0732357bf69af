import type { Offer, Question } from './phrases.ts';
import type { Saying } from './reading/saying.ts';
import type { Thread } from './thread.ts';

/** What a call has come to, as its lines tell. */
export type CallSoFar = {
  /** The request that is being taken down. */
  open: Thread | undefined;
  /** Those that the caller was told are noted. */
  noted: readonly Thread[];
  /** What the caller was last asked for the open request, and how often. */
  asked: Question | undefined;
  timesAsked: number;
  /** What the caller was offered a moment ago. */
  offered: Offer | undefined;
  /** The caller was asked a moment ago what else to do. */
  isFree: boolean;
  /** The caller's line before the offer: what a message would be about. */
  lastSaying: Saying | undefined;
  /** The caller's name, once told in this call. */
  name: string | undefined;
  /** The caller has just given the open request up. */
  isDropped: boolean;
};
