import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import { RECORDING_ERASURE_STATUSES, type RecordingErasureStatus } from './recording-erasure.entity.ts';
import type { ShownErasure } from './recording-erasure.store.ts';

const RecordingErasureStatusEnum = enumOf(
  'RecordingErasureStatus',
  RECORDING_ERASURE_STATUSES,
  'PENDING: it is tried, again and again for 30 days. FAILED: it won’t be tried any more by itself.',
);

@ObjectType('RecordingErasure', {
  description:
    'A recording that was deleted here, and is deleted at Vobiz too. It tells nothing of the caller.',
})
class RecordingErasureType {
  @Field(() => ID, { description: 'The recording’s.' })
  id!: string;

  @Field(() => ID, { description: 'Whose it was; the tenant may be erased as well.' })
  tenantId!: string;

  @Field(() => ID, { description: 'The call may be gone.' })
  callId!: string;

  @Field(() => RecordingErasureStatusEnum)
  status!: RecordingErasureStatus;

  @Field(() => String, { nullable: true, description: 'Why it failed, or hasn’t worked yet, as a sentence.' })
  reason!: string | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it was deleted here.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried next; only while PENDING.' })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When Vobiz had deleted it, or it was given up.',
  })
  settledAt!: Date | null;
}

@ObjectType('RecordingErasures', {
  description: 'Recordings deleted here in the last months, and whether Vobiz has deleted them.',
})
export class RecordingErasuresType {
  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  deleted!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => [RecordingErasureType], { description: 'The latest fifty.' })
  latest!: ShownErasure[];
}
