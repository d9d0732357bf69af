import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { ReplySource } from '../turn.entity.ts';
import { ReplySourceEnum } from '../turn.types.ts';

@ObjectType('PromptLogEntry', {
  description: 'What a language model, or the scripted receptionist, was told for one reply: to the letter.',
})
export class PromptLogEntryType {
  @Field(() => Int, {
    description: 'Which turn of the caller’s it answered, from 1; silences count as well.',
  })
  turn!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The line of the transcript that holds the reply; null where the caller was gone before.',
  })
  line!: number | null;

  @Field(() => ReplySourceEnum, { description: 'FALLBACK: it was told, and failed.' })
  source!: ReplySource;

  @Field(() => String, { nullable: true, description: 'Null for the scripted receptionist.' })
  model!: string | null;

  @Field(() => String, { description: 'What stood before the lines of the call.' })
  instructions!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What was told of the caller, in a message of its own; null where nothing was, as it wasn’t certain that Vobiz sent the call.',
  })
  callerData!: string | null;

  @Field(() => Int, { description: 'The first line of the transcript that came with the instructions.' })
  firstLine!: number;

  @Field(() => Int, { description: 'The last one: the caller’s, to be answered.' })
  lastLine!: number;

  @Field(() => String, { nullable: true, description: 'What stood for the lines before the first.' })
  earlier!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  at!: Date;
}
