import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('NumberHealth', {
  description: 'Whether callers’ telephones and networks mark a number as spam, as Vobiz tells.',
})
export class NumberHealthType {
  @Field(() => ID)
  phoneNumberId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null where Vobiz couldn’t be asked.' })
  isMarked!: boolean | null;

  @Field(() => [String], { description: 'In Vobiz’s words.' })
  marks!: string[];

  @Field(() => String, { nullable: true, description: 'Why it isn’t known, as a sentence.' })
  problem!: string | null;
}
