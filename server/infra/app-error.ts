/** The codes that GraphQL clients count on; README.md, "Errors", explains each. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'PROVIDER_UNAVAILABLE';

/** A refusal that a person can act on. Its message is shown as it stands, so it holds nothing internal. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** More for the client's code, such as `field` or `retryAfterSeconds`. */
    readonly details: Record<string, string | number> = {},
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** What was typed into `field` can't be used; `message` says why, and what would do. */
export const badInput = (field: string, message: string) =>
  new AppError('BAD_USER_INPUT', message, { field });

/** Not there, or not this person's: both sound the same, so that ids can't be probed. */
export const notFound = (what: string) => new AppError('NOT_FOUND', `There is no such ${what}.`);
