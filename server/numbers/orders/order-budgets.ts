/** Times that orders keep to, in milliseconds. */
export type OrderBudgets = {
  /** How long a purchase or a release may take to be answered. */
  requestMs: number;
  /** A request may be carried out that long after our side gave up (docs.vobiz.ai, "Phone numbers"). */
  lateWorkMs: number;
  /** What clocks of two instances may differ by, and a request's last steps may take. */
  marginMs: number;
  /** How often an open order is looked into: soon at first, then less often. */
  firstLookMs: number;
  lookEveryMs: number;
  /** An order that nothing was sent for in that time, because its process died, isn't sent any more. */
  staleMs: number;
  /** How long a process is given to send an order's request before another one takes the order up. */
  takeUpMs: number;
  /** How long a person's request waits for an order's outcome. */
  answerWithinMs: number;
  /** First and longest pause before a number is tried to be attached again. */
  rewireMs: number;
  longestRewireMs: number;
};

/**
 * An order is settled at the latest requestMs + lateWorkMs + marginMs after its request, 39 s, and a look later: within
 * 45 s while the provider answers.
 */
export const orderBudgets: OrderBudgets = {
  requestMs: 8_000,
  lateWorkMs: 30_000,
  marginMs: 1_000,
  firstLookMs: 1_000,
  lookEveryMs: 4_000,
  staleMs: 120_000,
  takeUpMs: 10_000,
  answerWithinMs: 15_000,
  rewireMs: 2_000,
  longestRewireMs: 60_000,
};
