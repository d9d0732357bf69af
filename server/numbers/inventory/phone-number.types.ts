import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar, E164Scalar } from '../../infra/graphql/scalars.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Money } from '../money.ts';
import { MoneyType } from '../money.types.ts';
import {
  PHONE_NUMBER_SOURCES,
  PHONE_NUMBER_STATUSES,
  type PhoneNumberSource,
  type PhoneNumberStatus,
} from './phone-number.entity.ts';

const PhoneNumberStatusEnum = enumOf(
  'PhoneNumberStatus',
  PHONE_NUMBER_STATUSES,
  'PROVISIONING: bought, and not attached yet. RELEASING: given back, which can still be cancelled.',
);
const PhoneNumberSourceEnum = enumOf(
  'PhoneNumberSource',
  PHONE_NUMBER_SOURCES,
  'OWN: from the tenant’s own account at Vobiz. MARKETPLACE: bought here, with the platform’s.',
);

/** Tenant and addresses come from PhoneNumberResolver. */
@ObjectType('PhoneNumber', { description: 'A number that callers dial to reach a tenant.' })
export class PhoneNumberType {
  @Field(() => ID)
  id!: string;

  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => String, { nullable: true })
  label!: string | null;

  @Field(() => E164Scalar, {
    nullable: true,
    description: 'The business’s other number, whose calls are forwarded to this one: it is no caller.',
  })
  forwardedFrom!: E164 | null;

  @Field(() => PhoneNumberStatusEnum)
  status!: PhoneNumberStatus;

  @Field(() => Boolean)
  demo!: boolean;

  @Field(() => PhoneNumberSourceEnum)
  source!: PhoneNumberSource;

  @Field(() => MoneyType, { nullable: true })
  monthlyFee!: Money | null;

  @Field(() => DateTimeScalar, { nullable: true })
  nextBillingAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether the number’s own X-Auth-Token is stored; the token itself is never returned.',
  })
  hasProviderApiKey!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why a number that is PROVISIONING doesn’t answer calls yet, as a sentence.',
  })
  provisioningIssue!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until then a release can be cancelled.' })
  cooldownEndsAt!: Date | null;

  @Field(() => MoneyType, { nullable: true })
  releaseFee!: Money | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when Vobiz no longer lists it as the platform’s, though it wasn’t released here.',
  })
  lostSince!: Date | null;
}

@InputType()
export class AddPhoneNumberInput {
  @Field(() => ID, { nullable: true })
  tenantId?: string | null;

  @Field(() => E164Scalar)
  e164!: E164;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  label?: string | null;

  @Field(() => E164Scalar, {
    nullable: true,
    description: 'Calls are forwarded to this number from that one.',
  })
  forwardedFrom?: E164 | null;

  @Field(() => String, {
    nullable: true,
    description: 'The X-Auth-Token of the account that the number is in.',
  })
  providerApiKey?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null clears.' })
export class UpdatePhoneNumberInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  label?: string | null;

  @Field(() => E164Scalar, {
    nullable: true,
    description: 'Calls are forwarded to this number from that one.',
  })
  forwardedFrom?: E164 | null;

  @Field(() => ID, { nullable: true, description: 'Moves the number to another tenant; super admins only.' })
  tenantId?: string | null;

  @Field(() => String, { nullable: true })
  providerApiKey?: string | null;
}
