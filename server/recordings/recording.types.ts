import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UrlScalar } from '../infra/graphql/scalars.ts';

@ObjectType('Recording', { description: 'The sound of a call, or of a part of it.' })
export class RecordingType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { nullable: true, description: 'As Vobiz says; null where it doesn’t.' })
  durationSeconds!: number | null;

  @Field(() => UrlScalar, {
    description: 'Plays for users who are signed in to its tenant; ranges are served.',
  })
  url!: string;
}
