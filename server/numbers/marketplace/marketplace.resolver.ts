import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import { E164Scalar } from '../../infra/graphql/scalars.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { PhoneNumberType } from '../inventory/phone-number.types.ts';
import { MoneyInput } from '../money.types.ts';
import type { FoundNumbers } from '../reconciliation/found-numbers.ts';
import type { Findings, Reconciliation } from '../reconciliation/reconciliation.ts';
import type { Capability } from './inventory-filter.ts';
import type { MarketplaceService } from './marketplace.service.ts';
import {
  AvailableNumberPageType,
  NumberCapabilityEnum,
  NumberReconciliationType,
} from './marketplace.types.ts';

@Resolver()
export class MarketplaceResolver {
  constructor(
    private readonly marketplace: MarketplaceService,
    private readonly reconciliation: Reconciliation,
    private readonly found: FoundNumbers,
  ) {}

  @Query(() => AvailableNumberPageType, { description: 'Numbers for sale.' })
  @Allow('SUPER_ADMIN')
  async availableNumbers(
    @Arg('country', () => String, { defaultValue: 'IN' }) country: string,
    @Arg('page', () => Int, { defaultValue: 1 }) page: number,
    @Arg('perPage', () => Int, { defaultValue: 25, description: '1 to 100.' }) perPage: number,
    @Arg('search', () => String, { nullable: true, description: 'Digits that the number contains.' })
    search?: string | null,
    @Arg('region', () => String, { nullable: true, description: 'Part of the region’s name.' })
    region?: string | null,
    @Arg('capability', () => NumberCapabilityEnum, { nullable: true }) capability?: Capability | null,
    @Arg('maxMonthlyFee', () => MoneyInput, { nullable: true }) maxMonthlyFee?: MoneyInput | null,
  ): Promise<AvailableNumberPageType> {
    const wanted = { country, search, page, perPage, region, capability, maxMonthlyFee };
    const { items, demo, ...rest } = await this.marketplace.search(wanted);
    return { ...rest, items: items.map((item) => ({ ...item, demo })) };
  }

  @Query(() => NumberReconciliationType, { description: 'Numbers found and lost at Vobiz.' })
  @Allow('SUPER_ADMIN')
  numberReconciliation(): Promise<Findings> {
    return this.reconciliation.findings();
  }

  @Mutation(() => NumberReconciliationType, { description: 'Looks at the Vobiz account’s numbers at once.' })
  @Allow('SUPER_ADMIN')
  async reconcileNumbers(): Promise<Findings> {
    await this.reconciliation.run();
    return this.reconciliation.findings();
  }

  @Mutation(() => PhoneNumberType, {
    description: 'Gives a number that was found in the Vobiz account to a tenant, without paying again.',
  })
  @Allow('SUPER_ADMIN')
  assignFoundNumber(
    @Ctx() context: Context,
    @Arg('e164', () => E164Scalar) e164: E164,
    @Arg('tenantId', () => ID) tenantId: string,
  ) {
    return this.found.assign(e164, tenantId, context);
  }
}
