/** A webhook that a stranger may have sent, for a call that the carrier is known to have begun. Nothing of it was stored. */
export class LessVerified extends Error {
  override readonly name = 'LessVerified';
}
