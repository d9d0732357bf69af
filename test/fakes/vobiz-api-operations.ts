import type { AppFields, FakeAccount, Result } from './vobiz-api-account.ts';

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
  | 'detach';

type Request = { account: FakeAccount; query: URLSearchParams; body: Record<string, unknown>; id: string };
type Route = { method: string; path: RegExp; operation: Operation; work: (request: Request) => Result };

const number = '%2B(?<id>\\d{6,15})';
const e164 = ({ id }: Request) => `+${id}`;
/** `{id}` stands for the account. Letter case and trailing slashes are as documented, and matter. */
const route = (
  method: string,
  path: string,
  operation: Operation,
  work: (request: Request) => Result,
): Route => ({ method, path: new RegExp(`^${path.replace('{id}', '(?<account>[^/]+)')}$`), operation, work });

export const ROUTES: readonly Route[] = [
  route('GET', '/Account/{id}/inventory/numbers', 'search', ({ account, query }) => account.search(query)),
  route('POST', '/Account/{id}/numbers/purchase-from-inventory', 'purchase', ({ account, body }) =>
    account.purchase(body),
  ),
  route('GET', '/Account/{id}/numbers', 'owned', ({ account, query }) => account.list(query)),
  route('DELETE', `/Account/{id}/numbers/${number}`, 'release', (request) =>
    request.account.release(e164(request)),
  ),
  route('POST', `/account/{id}/numbers/${number}/cancel-release`, 'cancel-release', (request) =>
    request.account.cancelRelease(e164(request)),
  ),
  route('POST', '/Account/{id}/Application/', 'create application', ({ account, body }) =>
    isApplication(body)
      ? account.createApplication(body)
      : { status: 400, body: { error: 'Bad application' } },
  ),
  route('POST', '/Account/{id}/Application/(?<id>\\w+)/', 'update application', ({ account, body, id }) =>
    isApplication(body)
      ? account.updateApplication(id, body)
      : { status: 400, body: { error: 'Bad application' } },
  ),
  route('DELETE', '/Account/{id}/Application/(?<id>\\w+)/', 'delete application', ({ account, id }) =>
    account.deleteApplication(id),
  ),
  route('POST', `/Account/{id}/numbers/${number}/application`, 'attach', (request) =>
    request.account.attach(e164(request), request.body.application_id),
  ),
  route('DELETE', `/Account/{id}/numbers/${number}/application`, 'detach', (request) =>
    request.account.detach(e164(request)),
  ),
];

const FIELDS = [
  'app_name',
  'answer_url',
  'answer_method',
  'hangup_url',
  'hangup_method',
  'fallback_answer_url',
];

const isApplication = (body: Record<string, unknown>): body is AppFields =>
  FIELDS.every((field) => typeof body[field] === 'string' && body[field] !== '');
