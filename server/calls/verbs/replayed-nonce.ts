/** A signed webhook whose nonce was used before: a stranger replays what Vobiz sent. Nothing of it was stored. */
export class ReplayedNonce extends Error {
  override readonly name = 'ReplayedNonce';
}
