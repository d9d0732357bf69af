import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar, UrlScalar } from '../infra/graphql/scalars.ts';

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

const UNKEPT = ['WAITING', 'FAILED', 'REFUSED'] as const;
export type UnkeptStatus = (typeof UNKEPT)[number];
const UnkeptStatusEnum = enumOf(
  'UnkeptRecordingStatus',
  UNKEPT,
  'WAITING: it is tried again. FAILED: it was tried as often as is worth it. REFUSED: by KaiVox’s own rules.',
);

@ObjectType('UnkeptRecording', {
  description: 'A recording that Vobiz told of, and that can’t be listened to.',
})
export class UnkeptRecordingType {
  @Field(() => ID)
  id!: string;

  @Field(() => UnkeptStatusEnum)
  status!: UnkeptStatus;

  @Field(() => String, { nullable: true, description: 'Why; null for one that hasn’t been tried yet.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When Vobiz told of it last.' })
  notedAt!: Date;
}
