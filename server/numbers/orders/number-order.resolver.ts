import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { tenantLoader } from '../../tenants/tenant.loader.ts';
import { TenantType } from '../../tenants/tenant.types.ts';
import { buyerLoader, phoneNumberLoader } from '../inventory/number.loaders.ts';
import { PhoneNumberType } from '../inventory/phone-number.types.ts';
import type { NumberOrderService } from './number-order.service.ts';
import type { NumberOrderRow } from './number-order.store.ts';
import { NumberOrderType, PurchaseNumberInput } from './number-order.types.ts';
import { ordersCsv } from './orders-csv.ts';
import { parsePurchase } from './purchase-input.ts';

@Resolver(() => NumberOrderType)
export class NumberOrderResolver {
  constructor(
    private readonly orders: NumberOrderService,
    private readonly database: Database,
  ) {}

  @Query(() => [NumberOrderType], { description: 'Purchases and releases, the newest first.' })
  @Allow('SUPER_ADMIN')
  numberOrders(@Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null) {
    return this.orders.list(tenantId);
  }

  @Query(() => String, { description: 'The same for a spreadsheet, as CSV with a heading.' })
  @Allow('SUPER_ADMIN')
  async numberOrdersCsv(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ): Promise<string> {
    const orders = await this.orders.list(tenantId);
    const tenants = tenantLoader(context, this.database);
    const buyers = buyerLoader(context, this.database);
    return ordersCsv(
      await Promise.all(
        orders.map(async (order) => ({
          ...order,
          tenant: (await tenants.load(order.tenantId))?.name ?? '',
          requestedBy: order.requestedBy && ((await buyers.load(order.requestedBy)) ?? null),
        })),
      ),
    );
  }

  @Mutation(() => NumberOrderType, {
    description: 'Buys a number for a tenant; the order tells how it went.',
  })
  @Allow('SUPER_ADMIN')
  purchaseNumber(
    @Ctx() context: Context,
    @Arg('input', () => PurchaseNumberInput) input: PurchaseNumberInput,
  ) {
    return this.orders.purchase(parsePurchase(input), context);
  }

  @Mutation(() => NumberOrderType, { description: 'Gives a number back; the order tells how it went.' })
  @Allow('SUPER_ADMIN')
  releaseNumber(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
  ) {
    return this.orders.release(id, idempotencyKey, context);
  }

  @FieldResolver(() => TenantType)
  tenant(@Root() { tenantId }: NumberOrderRow, @Ctx() context: Context) {
    return tenantLoader(context, this.database).load(tenantId);
  }

  @FieldResolver(() => PhoneNumberType, { nullable: true })
  phoneNumber(@Root() { phoneNumberId }: NumberOrderRow, @Ctx() context: Context) {
    return phoneNumberId && phoneNumberLoader(context, this.database).load(phoneNumberId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who ordered, by the e-mail address.' })
  requestedBy(@Root() { requestedBy }: NumberOrderRow, @Ctx() context: Context) {
    return requestedBy && buyerLoader(context, this.database).load(requestedBy);
  }
}
