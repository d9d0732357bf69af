/**
 * How long a caller may wait. Vobiz gives up on a webhook at 3 s, and callers hear dead air from 1–2 s on
 * (docs.vobiz.ai, "XML response").
 */
export const budgets = {
  /**
   * From here on, a reply that has a sentence is spoken while the rest is still being written. Shorter than the
   * second at which silence starts to feel wrong, since the carrier's own speech synthesis comes on top.
   */
  firstWordsMs: 700,
  /** Without a sentence by now, a filler is spoken. Leaves room below 2.5 s for the last transaction. */
  holdMs: 2_200,
  /** A model that hasn't written one sentence by now has failed. */
  firstSentenceMs: 8_000,
  /** So has one that stops for this long between two sentences. */
  stallMs: 5_000,
  /** And no reply is waited for longer than this. */
  replyMs: 20_000,
  /** A webhook that waits for a recording is held for this long. What follows may take the turn as a silence. */
  soundHoldMs: 2_000,
  /** A recording that isn't here this long after it must have ended is taken for a silence. */
  soundMs: 6_000,
  /** A recording of what a caller said that isn't here by now isn't waited for. */
  fetchMs: 4_000,
  /** Nor is its transcription, counted from the webhook that told of it. A reply's process isn't dead before that. */
  hearingMs: 8_000,
  /** Past its own limits, a reply's process is presumed dead after this. */
  graceMs: 1_000,
};
export type Budgets = typeof budgets;

/** Characters in one spoken sentence, and in one reply. */
export const MAX_SENTENCE = 300;
export const MAX_REPLY = 1_200;

/** No conversation with a receptionist takes longer; a line that was left open does. */
export const MAX_CALL_MINUTES = 60;

/** Of one turn that is recorded. */
export const MAX_RECORDED_TURN_SECONDS = 30;
/** A caller who is silent for this long has said what they wanted to; nor is a recording shorter than this. */
export const TURN_ENDING_SILENCE_SECONDS = 2;

/** The caller's turns in one call. */
export const MAX_TURNS = 100;
