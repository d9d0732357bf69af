import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import type { Money } from '../../numbers/money.ts';
import { MoneyType } from '../../numbers/money.types.ts';
import type { MonthCost, TenantMonthCost } from './call-costs.service.ts';

const CallPayerEnum = enumOf(
  'CallPayer',
  ['PLATFORM', 'TENANT'],
  'Whose account at Vobiz is charged: TENANT for calls to a number with a key of its own.',
);

@ObjectType('MonthCallCosts', {
  description: 'What all calls of a month cost, of one payer and in one currency.',
})
class MonthCallCostsType {
  @Field(() => String, { description: 'As 2026-12, on the clock of each call’s tenant.' })
  month!: string;

  @Field(() => CallPayerEnum)
  paidBy!: MonthCost['paidBy'];

  @Field(() => Int, { description: 'Those whose cost is known.' })
  calls!: number;

  @Field(() => MoneyType)
  cost!: Money;
}

/** The tenant comes from CallCostsResolver. */
@ObjectType('TenantMonthCallCosts', {
  description: 'What a tenant’s calls of a month cost, of one payer and in one currency.',
})
export class TenantMonthCallCostsType extends MonthCallCostsType {}

@ObjectType('CallCosts', { description: 'What Vobiz charged for calls, by month, the latest first.' })
export class CallCostsType {
  @Field(() => [TenantMonthCallCostsType])
  tenants!: TenantMonthCost[];

  @Field(() => [MonthCallCostsType])
  totals!: MonthCost[];

  @Field(() => Int, { description: 'Calls of these months whose cost Vobiz hasn’t told yet.' })
  waiting!: number;

  @Field(() => Int, { description: 'Calls of these months whose cost will not be known.' })
  givenUp!: number;
}
