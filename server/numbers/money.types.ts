import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('Money', { description: 'Minor units (paise, cents) of an ISO 4217 currency.' })
export class MoneyType {
  @Field(() => Int)
  minorUnits!: number;

  @Field(() => String)
  currency!: string;
}

@InputType({ description: 'Minor units (paise, cents) of an ISO 4217 currency.' })
export class MoneyInput {
  @Field(() => Int)
  minorUnits!: number;

  @Field(() => String)
  currency!: string;
}
