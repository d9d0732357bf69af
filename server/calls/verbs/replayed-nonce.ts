/** A signed webhook whose nonce was used before: somebody replays it. Nothing of it was stored. */
export class ReplayedNonce extends Error {
  override readonly name = 'ReplayedNonce';
}
