import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';

@ObjectType('DeadJob', { description: 'A job that failed as often as it may be tried.' })
export class DeadJobType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  task!: string;

  @Field(() => Int)
  attempts!: number;

  @Field(() => String, { nullable: true })
  error!: string | null;

  @Field(() => DateTimeScalar)
  failedAt!: Date;
}

@ObjectType('SystemStatus', {
  description: 'How the platform itself is doing, as the process that is asked sees it.',
})
export class SystemStatusType {
  @Field(() => String, { description: 'KaiVox’s own.' })
  version!: string;

  @Field(() => String)
  nodeVersion!: string;

  @Field(() => String)
  databaseVersion!: string;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Null: the scripted receptionist answers.' })
  model!: string | null;

  @Field(() => Int)
  waitingJobs!: number;

  @Field(() => Int)
  runningJobs!: number;

  @Field(() => [DeadJobType], { description: 'The latest fifty.' })
  deadJobs!: DeadJobType[];
}
