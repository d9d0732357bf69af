import DataLoader from 'dataloader';
import { type Context, reachOf, viewerOf } from '../../auth/access.ts';
import { loaderOf } from '../../infra/graphql/loaders.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { Secret } from '../../infra/secrets.ts';
import type { TenantRow } from '../tenant.store.ts';
import { type WebhookUrls, webhookUrlsOf } from '../webhook-urls.ts';
import type { WebhookKeys } from './webhook-keys.ts';

type Addressed = Pick<TenantRow, 'id' | 'slug' | 'webhookAccess'>;

/** The addresses of tenants' webhooks, as those may see them who ask. */
export class WebhookAddresses {
  /** @param publicUrl without a slash at its end */
  constructor(
    private readonly keys: WebhookKeys,
    private readonly publicUrl: () => string,
  ) {}

  /** Those that are answered; staff see them without the key, which is all it takes to call in Vobiz's name. */
  async shown(tenant: Addressed, context: Context): Promise<WebhookUrls> {
    const keyed = tenant.webhookAccess === 'KEYED' ? await this.keyed(tenant, context) : null;
    return keyed ?? webhookUrlsOf(this.publicUrl(), tenant.slug);
  }

  /** Those with the tenant's key, which are answered whatever its access; null for staff. */
  async keyed({ id, slug }: Addressed, context: Context): Promise<WebhookUrls | null> {
    if (viewerOf(context).role === 'TENANT_STAFF') return null;
    return webhookUrlsOf(this.publicUrl(), slug, await this.#loader(context).load(id));
  }

  /** A request's keys by their tenants' ids. */
  #loader(context: Context): DataLoader<TenantId, Secret> {
    return loaderOf(
      context,
      WebhookAddresses,
      () =>
        new DataLoader(async (ids) => {
          const keys = await this.keys.shown(reachOf(viewerOf(context)), ids);
          return ids.map((id) => keys.get(id) ?? new Error('A tenant without a key'));
        }),
    );
  }
}
