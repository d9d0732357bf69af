import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar, E164Scalar } from '../../infra/graphql/scalars.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Money } from '../money.ts';
import { MoneyInput, MoneyType } from '../money.types.ts';
import {
  NUMBER_ORDER_KINDS,
  NUMBER_ORDER_STATUSES,
  type NumberOrderKind,
  type NumberOrderStatus,
} from './number-order.entity.ts';

const NumberOrderKindEnum = enumOf('NumberOrderKind', NUMBER_ORDER_KINDS);
const NumberOrderStatusEnum = enumOf(
  'NumberOrderStatus',
  NUMBER_ORDER_STATUSES,
  'UNCERTAIN: the provider’s answer was lost; reconciliation is finding out, and nothing is sent again meanwhile.',
);

/** Tenant, number and who ordered come from NumberOrderResolver. */
@ObjectType('NumberOrder', { description: 'One purchase or release of a number.' })
export class NumberOrderType {
  @Field(() => ID)
  id!: string;

  @Field(() => NumberOrderKindEnum)
  kind!: NumberOrderKind;

  @Field(() => NumberOrderStatusEnum)
  status!: NumberOrderStatus;

  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => Boolean)
  demo!: boolean;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'As charged; null until and unless the provider told.',
  })
  setupFee!: Money | null;

  @Field(() => MoneyType, { nullable: true })
  monthlyFee!: Money | null;

  @Field(() => MoneyType, { nullable: true })
  releaseFee!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'A sentence for a person, where the status is FAILED or UNCERTAIN.',
  })
  failure!: string | null;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  settledAt!: Date | null;
}

@InputType()
export class PurchaseNumberInput {
  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => String, { description: 'New for each order; the same once more returns the same order.' })
  idempotencyKey!: string;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'The fees that the buyer saw: at other ones nothing is bought. Both or neither.',
  })
  expectedSetupFee?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true })
  expectedMonthlyFee?: MoneyInput | null;
}
