import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { Money } from '../../numbers/money.ts';
import { MoneyType } from '../../numbers/money.types.ts';
import type { BalanceNow, LinesNow } from './carrier-status.service.ts';

@ObjectType('CarrierBalance', { description: 'What the platform’s account at Vobiz has left.' })
class CarrierBalanceType {
  @Field(() => MoneyType, { description: 'Below zero where the account’s credit is used.' })
  balance!: Money;

  @Field(() => MoneyType, { nullable: true, description: 'With the account’s credit.' })
  available!: Money | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'Below which it is low: as super admins have set it, else as Vobiz has.',
  })
  warnBelow!: Money | null;

  @Field(() => Boolean)
  isLow!: boolean;

  @Field(() => DateTimeScalar, { description: 'When Vobiz told; it is asked again after five minutes.' })
  at!: Date;
}

@ObjectType('CarrierLines', {
  description: 'How many calls the account carries at once. The next caller hears the busy tone.',
})
class CarrierLinesType {
  @Field(() => Int)
  most!: number;

  @Field(() => Int, { nullable: true, description: 'Null where Vobiz doesn’t tell.' })
  inUse!: number | null | undefined;

  @Field(() => DateTimeScalar, { description: 'When Vobiz told; it is asked again after a minute.' })
  at!: Date;
}

@ObjectType('CarrierStatus', {
  description: 'The platform’s account at Vobiz. Where something couldn’t be read, its problem says why.',
})
export class CarrierStatusType {
  @Field(() => Boolean, { description: 'Whether both of Vobiz’s credentials are stored.' })
  isConnected!: boolean;

  @Field(() => CarrierBalanceType, { nullable: true })
  balance!: BalanceNow | null;

  @Field(() => String, { nullable: true })
  balanceProblem!: string | null;

  @Field(() => CarrierLinesType, { nullable: true })
  lines!: LinesNow | null;

  @Field(() => String, { nullable: true })
  linesProblem!: string | null;
}
