import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ADMINS, Allow, type Context, EVERY_ROLE, viewerOf } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { tenantLoader } from '../../tenants/tenant.loader.ts';
import { TenantType, WebhookUrlsType } from '../../tenants/tenant.types.ts';
import type { WebhookAddresses } from '../../tenants/webhook-keys/webhook-addresses.ts';
import type { ReleaseCancellation } from '../orders/cancel-release.ts';
import type { PhoneNumberService } from './phone-number.service.ts';
import type { PhoneNumberRow } from './phone-number.store.ts';
import { AddPhoneNumberInput, PhoneNumberType, UpdatePhoneNumberInput } from './phone-number.types.ts';

@Resolver(() => PhoneNumberType)
export class PhoneNumberResolver {
  constructor(
    private readonly numbers: PhoneNumberService,
    private readonly cancellation: ReleaseCancellation,
    private readonly database: Database,
    private readonly addresses: WebhookAddresses,
  ) {}

  @Query(() => [PhoneNumberType], { description: 'A tenant’s numbers, those in use first.' })
  @Allow(...EVERY_ROLE)
  phoneNumbers(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.numbers.list(viewerOf(context), tenantId);
  }

  @Mutation(() => PhoneNumberType, {
    description: 'Adds a number that the tenant already has in its own Vobiz account.',
  })
  @Allow(...ADMINS)
  addPhoneNumber(
    @Ctx() context: Context,
    @Arg('input', () => AddPhoneNumberInput) input: AddPhoneNumberInput,
  ) {
    return this.numbers.add(input, context);
  }

  @Mutation(() => PhoneNumberType, { description: 'Labels a number, replaces its key, or moves it.' })
  @Allow(...ADMINS)
  updatePhoneNumber(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdatePhoneNumberInput) input: UpdatePhoneNumberInput,
  ) {
    return this.numbers.update(id, input, context);
  }

  @Mutation(() => PhoneNumberType, {
    description: 'Takes a tenant’s own number off here; in its account at Vobiz it stays.',
  })
  @Allow(...ADMINS)
  removePhoneNumber(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.numbers.remove(id, context);
  }

  @Mutation(() => PhoneNumberType, { description: 'Tries at once to attach a number that is PROVISIONING.' })
  @Allow(...ADMINS)
  retryPhoneNumber(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.numbers.retry(id, context);
  }

  @Mutation(() => PhoneNumberType, { description: 'Takes a release back while its cooldown lasts.' })
  @Allow('SUPER_ADMIN')
  cancelNumberRelease(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.cancellation.cancel(id, context);
  }

  @FieldResolver(() => TenantType)
  tenant(@Root() { tenantId }: PhoneNumberRow, @Ctx() context: Context) {
    return tenantLoader(context, this.database).load(tenantId);
  }

  @FieldResolver(() => WebhookUrlsType)
  async webhookUrls(@Root() { tenantId }: PhoneNumberRow, @Ctx() context: Context): Promise<WebhookUrlsType> {
    const tenant = await tenantLoader(context, this.database).load(tenantId);
    if (!tenant) throw new Error('A number without its tenant');
    return this.addresses.shown(tenant, context);
  }
}
