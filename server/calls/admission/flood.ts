/** The bound on unverified calls that is reached: those that begin within a minute, or those under way at once. */
export type CallBound = 'A_MINUTE' | 'AT_ONCE';

/** A call that a stranger may have begun, when there are as many of its tenant's as may be. Nothing of it was stored. */
export class Flood extends Error {
  override readonly name = 'Flood';

  constructor(readonly bound: CallBound) {
    super(`Unverified calls have reached the bound ${bound}`);
  }
}
