import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import { SetupCheckStatusEnum } from '../setup/setup.types.ts';
import type { SetupCheckStatus } from '../setup/setup-check.ts';
import { WebhookReasonEnum } from '../webhook-log/webhook-log.types.ts';
import type { WebhookReason } from '../webhook-log/webhook-note.ts';
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

@ObjectType('RefusedWebhooks', { description: 'Webhooks of a tenant that were refused within a day.' })
export class RefusedWebhooksType {
  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'The tenant’s.' })
  name!: string;

  @Field(() => WebhookReasonEnum)
  reason!: WebhookReason;

  @Field(() => Float, { description: 'All of them; the log of webhooks holds samples.' })
  amount!: number;

  @Field(() => DateTimeScalar, { description: 'When the last minute began in which there were some.' })
  latestAt!: Date;
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

  @Field(() => [RefusedWebhooksType], { description: 'By tenant and reason, the most first, fifty at most.' })
  refusedWebhooks!: RefusedWebhooksType[];

  @Field(() => Int)
  waitingJobs!: number;

  @Field(() => Int)
  runningJobs!: number;

  @Field(() => [DeadJobType], { description: 'The latest fifty.' })
  deadJobs!: DeadJobType[];
}
