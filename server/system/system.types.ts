import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import { SetupCheckStatusEnum } from '../setup/setup.types.ts';
import type { SetupCheckStatus } from '../setup/setup-check.ts';
import { SYSTEM_PARTS, type SystemPart } from './system-health.ts';

const SystemPartEnum = enumOf('SystemPart', SYSTEM_PARTS);

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

@ObjectType('SystemHealth', { description: 'How a part of the platform is, as far as the process can tell.' })
export class SystemHealthType {
  @Field(() => SystemPartEnum)
  part!: SystemPart;

  @Field(() => SetupCheckStatusEnum)
  status!: SetupCheckStatus;
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

  @Field(() => [SystemHealthType])
  health!: SystemHealthType[];

  @Field(() => Int, { description: 'Webhooks that this process never wrote into the log.' })
  droppedWebhooks!: number;

  @Field(() => Int)
  waitingJobs!: number;

  @Field(() => Int)
  runningJobs!: number;

  @Field(() => [DeadJobType], { description: 'The latest fifty.' })
  deadJobs!: DeadJobType[];
}
