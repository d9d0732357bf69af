import type { FakeAccount } from './vobiz-api-account.ts';
import type { Result } from './vobiz-api-result.ts';

/** What the fake understands; a test names an operation to make it fail. */
export type Operation =
  | 'search'
  | 'purchase'
  | 'owned'
  | 'release'
  | 'cancel-release'
  | 'create application'
  | 'update application'
  | 'delete application'
  | 'attach'
  | 'detach'
  | 'health'
  | 'balance'
  | 'concurrency'
  | 'call record'
  | 'live calls'
  | 'call somebody'
  | 'hang up'
  | 'send elsewhere'
  | 'say into'
  | 'listen in'
  | 'recording'
  | 'delete recording';

/** A request as a route reads it: `id` is what its path names besides the account. */
export type ApiRequest = {
  account: FakeAccount;
  query: URLSearchParams;
  body: Record<string, unknown>;
  id: string;
};

export type Route = {
  method: string;
  path: RegExp;
  operation: Operation;
  work: (request: ApiRequest) => Result;
};

/** `{id}` stands for the account. Letter case and trailing slashes are as documented, and matter. */
export const route = (
  method: string,
  path: string,
  operation: Operation,
  work: (request: ApiRequest) => Result,
): Route => ({ method, path: new RegExp(`^${path.replace('{id}', '(?<account>[^/]+)')}$`), operation, work });

/** A number in a path: its + is written %2B. */
export const NUMBER = '%2B(?<id>\\d{6,15})';

/** The number that a path named. */
export const e164 = ({ id }: ApiRequest) => `+${id}`;
