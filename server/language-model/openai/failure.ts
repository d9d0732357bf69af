import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/** Why there was no reply, or no complete one. Neither the key nor anything that was said is in its message. */
export class OpenAiFailure extends Error {
  override readonly name = 'OpenAiFailure';
  constructor(
    message: string,
    /** What OpenAI answered, if anything. */
    readonly status?: number,
    readonly code?: string,
  ) {
    super(message);
  }
}

/**
 * What went wrong, in words of ours: OpenAI's own may quote the request, and carry its headers.
 * @param error as the client threw it
 */
export function failureFrom(error: unknown): OpenAiFailure {
  if (error instanceof OpenAiFailure) return error;
  const answered = error instanceof APIError ? error : undefined;
  return new OpenAiFailure(reasonOf(error), answered?.status, answered?.code ?? undefined);
}

function reasonOf(error: unknown): string {
  if (error instanceof APIUserAbortError) return 'The request was aborted';
  if (error instanceof APIConnectionTimeoutError) return 'OpenAI did not answer in time';
  if (error instanceof APIConnectionError) return `OpenAI could not be reached${codeIn(innermost(error))}`;
  if (error instanceof APIError) {
    return error.status
      ? `OpenAI answered ${error.status}${codeIn(error)}`
      : `OpenAI broke off${codeIn(error)}`;
  }
  if (error instanceof SyntaxError) return 'OpenAI sent what is not JSON';
  return `The connection to OpenAI broke${codeIn(innermost(error))}`;
}

function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? innermost(error.cause) : error;
}

/** Codes are words such as rate_limit_exceeded or ECONNREFUSED; anything else in their place isn't repeated. */
function codeIn(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[a-z][a-z_]{1,60}$/i.test(code) ? ` (${code})` : '';
}
