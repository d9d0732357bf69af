import { reachOf, type Viewer } from '../auth/access.ts';
import { badInput, notFound } from '../infra/app-error.ts';
import type { Database, Tx } from '../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../infra/graphql/connection.ts';
import { isCallId, isUuid, NO_CALL, type TenantId } from '../infra/ids.ts';
import { inNamedTenant } from '../tenants/named-tenant.ts';
import {
  countWebhooks,
  findWebhook,
  type LoggedExchange,
  type LoggedWebhook,
  listWebhooks,
  placeOf,
  type WebhookCriteria,
} from './webhook-list.store.ts';
import type { WebhookLogFilter } from './webhook-log.types.ts';

export type WebhookPage = {
  first: number;
  after?: string | null | undefined;
  filter?: WebhookLogFilter | null | undefined;
};

const LONGEST_CALL_ID = 200;

/** The log of webhooks, as those read it who look for a fault. */
export class WebhookListService {
  constructor(private readonly database: Database) {}

  /**
   * Newest first: a tenant's, or for a super admin who names none those of all tenants and of unknown slugs.
   * @throws AppError BAD_USER_INPUT, NOT_FOUND
   */
  async list(
    viewer: Viewer,
    tenantId: string | null | undefined,
    { first, after, filter }: WebhookPage,
  ): Promise<Connection<LoggedWebhook>> {
    const criteria = readCriteria(filter);
    const wanted = { after: readCursor(after), limit: checkedFirst(first) + 1 };
    const within = <T>(work: (tx: Tx, id: TenantId | undefined) => Promise<T>): Promise<T> =>
      viewer.tenantId === null && !tenantId
        ? this.database.asPlatform((tx) => work(tx, undefined))
        : inNamedTenant(this.database, viewer, tenantId, work);
    const rows = await within((tx, id) => listWebhooks(tx, { ...criteria, tenantId: id }, wanted));
    return pageOf(rows, first, {
      keysetOf: placeOf,
      node: (row) => row,
      totalCount: () => within((tx, id) => countWebhooks(tx, { ...criteria, tenantId: id })),
    });
  }

  /** @throws AppError NOT_FOUND, also for another tenant's */
  async get(viewer: Viewer, id: string): Promise<LoggedExchange> {
    const found = isUuid(id)
      ? await this.database.within(reachOf(viewer), (tx) => findWebhook(tx, id))
      : undefined;
    if (!found) throw notFound('webhook');
    return found;
  }
}

function readCriteria(filter: WebhookLogFilter | null | undefined): Omit<WebhookCriteria, 'tenantId'> {
  const { webhook, outcomes, callId, providerCallId, from, to } = filter ?? {};
  if (from && to && from > to) throw badInput('from', 'from must be before to.');
  const named = providerCallId?.replaceAll('\0', '').trim() || undefined;
  if (named !== undefined && named.length > LONGEST_CALL_ID) {
    throw badInput('providerCallId', `providerCallId may be ${LONGEST_CALL_ID} characters long.`);
  }
  return {
    webhook: webhook ?? undefined,
    outcomes: outcomes?.length ? outcomes : undefined,
    callId: callId ? (isCallId(callId) ? callId : NO_CALL) : undefined,
    providerCallId: named,
    since: from ?? undefined,
    before: to ?? undefined,
  };
}
