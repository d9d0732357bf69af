import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What went wrong, as the pages tell it apart. */
export type Failure = {
  code: string;
  /** A sentence for a person; from the server where it has one. */
  message: string | undefined;
  /** The input that it is about. */
  field: string | undefined;
  errorId: string | undefined;
  retryAfterSeconds: number | undefined;
  reason: string | undefined;
};

/** Reads an error of Apollo's; whatever isn't the server's own answer is OFFLINE. */
export function failureOf(error: unknown): Failure {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
  const extensions = first?.extensions ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    code: first ? (text(extensions.code) ?? 'INTERNAL_SERVER_ERROR') : 'OFFLINE',
    message: first?.message,
    field: text(extensions.field),
    errorId: text(extensions.errorId),
    retryAfterSeconds:
      typeof extensions.retryAfterSeconds === 'number' ? extensions.retryAfterSeconds : undefined,
    reason: text(extensions.reason),
  };
}
