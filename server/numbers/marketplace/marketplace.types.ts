import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar, E164Scalar } from '../../infra/graphql/scalars.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { PhoneNumberType } from '../inventory/phone-number.types.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import type { FoundNumber } from '../reconciliation/discrepancy.store.ts';
import { CAPABILITIES } from './inventory-filter.ts';

export const NumberCapabilityEnum = enumOf('NumberCapability', CAPABILITIES);

@ObjectType('AvailableNumber', { description: 'A number that can be bought.' })
export class AvailableNumberType {
  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { nullable: true })
  region!: string | null;

  @Field(() => Boolean)
  voice!: boolean;

  @Field(() => Boolean)
  sms!: boolean;

  @Field(() => MoneyType, { description: 'Paid once, with the first month.' })
  setupFee!: Money;

  @Field(() => MoneyType)
  monthlyFee!: Money;

  @Field(() => Int, { description: 'Months that are paid in any case; 0 where none are.' })
  minimumCommitmentMonths!: number;

  @Field(() => Boolean, { description: 'Whether the holder has to verify with Aadhaar.' })
  needsAadhaar!: boolean;

  @Field(() => Boolean)
  demo!: boolean;
}

@ObjectType('AvailableNumberPage')
export class AvailableNumberPageType {
  @Field(() => [AvailableNumberType])
  items!: AvailableNumberType[];

  @Field(() => Int)
  page!: number;

  @Field(() => Int)
  perPage!: number;

  @Field(() => Int, {
    description: 'As the provider counts: blocked and trial numbers are left out of the pages.',
  })
  total!: number;
}

@ObjectType('FoundNumber', {
  description: 'A number that the platform’s Vobiz account has, and no tenant here.',
})
class FoundNumberType {
  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => MoneyType, { nullable: true })
  monthlyFee!: Money | null;

  @Field(() => DateTimeScalar, { nullable: true })
  nextBillingAt!: Date | null;

  @Field(() => DateTimeScalar)
  foundAt!: Date;
}

@ObjectType('NumberReconciliation', {
  description: 'What the last look at the Vobiz account’s numbers showed.',
})
export class NumberReconciliationType {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null before the first.' })
  listedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the latest look failed, as a sentence.' })
  problem!: string | null;

  @Field(() => [FoundNumberType])
  found!: FoundNumber[];

  @Field(() => [PhoneNumberType], { description: 'Numbers that Vobiz no longer lists as the platform’s.' })
  lost!: PhoneNumberRow[];
}
