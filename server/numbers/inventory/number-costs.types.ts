import { Field, Int, ObjectType } from 'type-graphql';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import type { TenantCosts } from './number-costs.service.ts';
import type { PhoneNumberRow } from './phone-number.store.ts';
import { PhoneNumberType } from './phone-number.types.ts';

/** The tenant comes from TenantCostsResolver. */
@ObjectType('TenantNumberCosts')
export class TenantNumberCostsType {
  @Field(() => Int)
  numbers!: number;

  @Field(() => [MoneyType], { description: 'One amount a currency.' })
  monthly!: Money[];
}

@ObjectType('NumberCosts', { description: 'What the platform’s numbers cost a month.' })
export class NumberCostsType {
  @Field(() => [TenantNumberCostsType])
  tenants!: TenantCosts[];

  @Field(() => [MoneyType], { description: 'One amount a currency.' })
  total!: Money[];

  @Field(() => [PhoneNumberType], { description: 'The next to be billed, the soonest first.' })
  renewals!: PhoneNumberRow[];
}
