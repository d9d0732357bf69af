import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../infra/graphql/enum.ts';
import { SETUP_CHECK_STATUSES, type SetupCheckStatus } from './setup-check.ts';

export const SetupCheckStatusEnum = enumOf('SetupCheckStatus', SETUP_CHECK_STATUSES);

@ObjectType('SetupCheck', { description: 'One thing that has to be right for calls to be answered.' })
export class SetupCheckType {
  @Field(() => String, { description: 'Stays the same over languages and versions.' })
  code!: string;

  @Field(() => SetupCheckStatusEnum)
  status!: SetupCheckStatus;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What was found, and what follows from it.' })
  detail!: string;

  @Field(() => String, { nullable: true, description: 'What to do; null where there is nothing to.' })
  fix!: string | null;
}
