import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { ADMINS, Allow, type Context, reachOf, viewerOf } from '../../auth/access.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { TenantRow } from '../tenant.store.ts';
import { TenantType, WebhookUrlsType } from '../tenant.types.ts';
import type { WebhookAddresses } from './webhook-addresses.ts';
import { findLastSigned, findPreviousUntil } from './webhook-key.store.ts';
import type { WebhookKeys } from './webhook-keys.ts';

/** Where Vobiz is to send a tenant's calls, and how it is known there. */
@Resolver(() => TenantType)
export class WebhookAddressesResolver {
  constructor(
    private readonly database: Database,
    private readonly keys: WebhookKeys,
    private readonly addresses: WebhookAddresses,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => WebhookUrlsType, {
    description: 'With the tenant’s key where access is KEYED; staff see them without it.',
  })
  webhookUrls(@Root() tenant: TenantRow, @Ctx() context: Context): Promise<WebhookUrlsType> {
    return this.addresses.shown(tenant, context);
  }

  @FieldResolver(() => WebhookUrlsType, {
    nullable: true,
    description: 'With the tenant’s key, whatever its access; null for staff.',
  })
  keyedWebhookUrls(@Root() tenant: TenantRow, @Ctx() context: Context): Promise<WebhookUrlsType | null> {
    return this.addresses.keyed(tenant, context);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when addresses with an older key are answered; null: there is none.',
  })
  previousWebhookKeyUntil(@Root() { id }: TenantRow, @Ctx() context: Context): Promise<Date | null> {
    const now = this.clock.now();
    return this.database.within(reachOf(viewerOf(context)), (tx) => findPreviousUntil(tx, id, now));
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When a webhook with a good signature last came, of the last 30 days; null: none did.',
  })
  signedWebhookAt(@Root() { id }: TenantRow, @Ctx() context: Context): Promise<Date | null> {
    return this.database.within(reachOf(viewerOf(context)), (tx) => findLastSigned(tx, id));
  }

  @Mutation(() => TenantType, {
    description: 'Gives the addresses another key. The old one is answered for 24 hours more.',
  })
  @Allow(...ADMINS)
  rotateWebhookKey(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ): Promise<TenantRow> {
    return this.keys.rotate(tenantId, context);
  }
}
