import type { AppFields } from './vobiz-api-account.ts';
import { CALL_ROUTES } from './vobiz-api-call-routes.ts';
import { refused } from './vobiz-api-result.ts';
import { e164, NUMBER, type Route, route } from './vobiz-api-route.ts';

/** Every operation that Vobiz documents, as far as it is used (docs.vobiz.ai, "REST API"). */
export const ROUTES: readonly Route[] = [
  route('GET', '/Account/{id}/inventory/numbers', 'search', ({ account, query }) => account.search(query)),
  route('POST', '/Account/{id}/numbers/purchase-from-inventory', 'purchase', ({ account, body }) =>
    account.purchase(body),
  ),
  route('GET', '/Account/{id}/numbers', 'owned', ({ account, query }) => account.list(query)),
  route('DELETE', `/Account/{id}/numbers/${NUMBER}`, 'release', (request) =>
    request.account.release(e164(request)),
  ),
  route('POST', `/account/{id}/numbers/${NUMBER}/cancel-release`, 'cancel-release', (request) =>
    request.account.cancelRelease(e164(request)),
  ),
  route('POST', '/Account/{id}/Application/', 'create application', ({ account, body }) =>
    isApplication(body)
      ? account.createApplication(body)
      : { status: 400, body: { error: 'Bad application' } },
  ),
  route('POST', '/Account/{id}/Application/(?<id>\\w+)/', 'update application', ({ account, body, id }) =>
    isChange(body)
      ? account.updateApplication(id, body)
      : { status: 400, body: { error: 'Bad application' } },
  ),
  route('DELETE', '/Account/{id}/Application/(?<id>\\w+)/', 'delete application', ({ account, id }) =>
    account.deleteApplication(id),
  ),
  route('POST', `/Account/{id}/numbers/${NUMBER}/application`, 'attach', (request) =>
    request.account.attach(e164(request), request.body.application_id),
  ),
  route('DELETE', `/Account/{id}/numbers/${NUMBER}/application`, 'detach', (request) =>
    request.account.detach(e164(request)),
  ),
  route('GET', `/Account/{id}/numbers/${NUMBER}/health`, 'health', (request) =>
    request.account.healthOf(e164(request)),
  ),
  route('GET', '/Account/{id}/balance/(?<id>[A-Z]{3})', 'balance', ({ account, id }) =>
    account.balancePage === 'current' ? account.balanceIn(id) : refused(401, 'Unauthorized'),
  ),
  route('GET', '/account/{id}/balance/(?<id>[A-Z]{3})', 'balance', ({ account, id }) =>
    account.balancePage === 'older' ? account.balanceIn(id) : refused(401, 'Unauthorized'),
  ),
  ...CALL_ROUTES,
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

/** What isn't named stays as it was. */
const isChange = (body: Record<string, unknown>): body is Partial<AppFields> =>
  Object.keys(body).length > 0 &&
  Object.entries(body).every(
    ([field, value]) => FIELDS.includes(field) && typeof value === 'string' && value !== '',
  );
