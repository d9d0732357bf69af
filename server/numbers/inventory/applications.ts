import { createHash } from 'node:crypto';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Secret } from '../../infra/secrets.ts';
import type { WebhookKeys } from '../../tenants/webhook-keys/webhook-keys.ts';
import { webhookUrlsOf } from '../../tenants/webhook-urls.ts';
import type { Market } from '../marketplace/market.ts';
import type { Answer, Application } from '../number-provider.ts';
import {
  findApplication,
  findCalledTenant,
  listApplications,
  writeApplication,
} from './tenant-application.store.ts';

/** Each tenant's application at the provider, which sends the tenant's calls to the tenant's addresses. */
export class Applications {
  /** What runs at the moment, so that a process occupies one connection at most with waiting. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param publicUrl the address that the provider calls, without a trailing slash */
  constructor(
    private readonly database: Database,
    private readonly keys: Pick<WebhookKeys, 'of'>,
    private readonly publicUrl: () => string,
    private readonly clock: Clock,
  ) {}

  /** Creates, re-points or simply finds the tenant's application. @returns its id */
  ensure(tenantId: TenantId, market: Market): Promise<Answer<string>> {
    const turn = this.#last.then(() => this.#ensure(tenantId, market));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Tenants whose application points elsewhere than to the tenant's addresses of today. */
  async outdated({ account }: Market): Promise<TenantId[]> {
    return this.database.asPlatform(async (tx) => {
      const rows = await listApplications(tx, account);
      const keys = await this.keys.of(
        tx,
        rows.map(({ tenantId }) => tenantId),
      );
      const isOutdated = (row: (typeof rows)[number]) =>
        row.urls !== fingerprint(this.#application(row, keys.get(row.tenantId)));
      return rows.filter(isOutdated).map(({ tenantId }) => tenantId);
    });
  }

  /** Asking the provider happens in the transaction that holds the lock: two instances don't both create one. */
  #ensure(tenantId: TenantId, { account, provider }: Market): Promise<Answer<string>> {
    return this.database.asPlatform<Answer<string>>(
      async (tx) => {
        const tenant = await findCalledTenant(tx, tenantId);
        if (!tenant) return { outcome: 'refused', reason: 'The tenant is gone.' };
        const known = await findApplication(tx, tenantId, account);
        const application = this.#application(tenant, (await this.keys.of(tx, [tenantId])).get(tenantId));
        const urls = fingerprint(application);
        if (known?.urls === urls) return { outcome: 'done', value: known.applicationId };
        const answer = await provider.ensureApplication(known?.applicationId, application);
        if (answer.outcome === 'done') {
          const updatedAt = this.clock.now();
          await writeApplication(tx, { tenantId, account, applicationId: answer.value, urls, updatedAt });
        }
        return answer;
      },
      { lock: `application ${tenantId}` },
    );
  }

  /** With the tenant's key whatever its access: nobody types these addresses, so nobody need be let in without. */
  #application({ slug, name }: { slug: string; name: string }, key: Secret | undefined): Application {
    const { answer, hangup } = webhookUrlsOf(this.publicUrl(), slug, key);
    return { name: `KaiVox ${name}`.slice(0, 60), answerUrl: answer, hangupUrl: hangup, fallbackUrl: answer };
  }
}

/** What is kept of the addresses, which carry a key. A tenant's new name alone is no reason to write to the provider. */
const fingerprint = ({ answerUrl, hangupUrl, fallbackUrl }: Application) =>
  createHash('sha256').update([answerUrl, hangupUrl, fallbackUrl].join(' ')).digest('hex');
