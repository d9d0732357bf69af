import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../infra/graphql/connection.ts';
import { DateTimeScalar, E164Scalar } from '../infra/graphql/scalars.ts';
import type { CustomerId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';

@ObjectType('Customer', { description: 'A person who called, known by the number that they call from.' })
export class CustomerType {
  @Field(() => ID)
  id!: CustomerId;

  @Field(() => E164Scalar)
  phone!: E164;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the caller last said that their name is. An offer: it overwrites no name that there is.',
  })
  heardName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For the people of the business; the receptionist knows them where notesTellable says so.',
  })
  notes!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the receptionist is told the notes, in calls that are known to come from Vobiz. At first it isn’t.',
  })
  notesTellable!: boolean;

  @Field(() => [String])
  tags!: string[];

  @Field(() => DateTimeScalar)
  firstSeenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  lastCallAt!: Date | null;

  @Field(() => Int, { description: 'Calls from the answer on, the one that is on now included.' })
  callCount!: number;
}

export const CustomerConnection = connectionOf('Customer', () => CustomerType);

@InputType({ description: 'What is left out stays; null clears the name or the notes.' })
export class UpdateCustomerInput {
  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  notes?: string | null;

  @Field(() => Boolean, { nullable: true })
  notesTellable?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'At most 20 tags of at most 40 characters.' })
  tags?: string[] | null;
}
