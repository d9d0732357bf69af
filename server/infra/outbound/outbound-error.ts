/** A request that isn't made, or not continued, by our own rules. Its message is fit for a tenant's screen. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
}

/** A request that was made and came to nothing: no connection, no answer in time, too much of an answer. */
export class OutboundFailed extends Error {
  override readonly name = 'OutboundFailed';
}

/**
 * Of a name that leads inward, a tenant hears what is said of one that doesn't exist: otherwise names of our own
 * network could be guessed.
 */
export const notFoundPublicly = (host: string) => `${host} was not found on the public internet.`;
