import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, viewerOf } from '../../auth/access.ts';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import { UpdatePersonaInput } from '../../tenants/personas/persona.types.ts';
import type { ReplySource, Speaker } from '../turn.entity.ts';
import { ReplySourceEnum, SpeakerEnum } from '../turn.types.ts';
import type { TestCallService } from './test-call.service.ts';
import { TEST_CALL_MOMENTS, type TestCallMoment } from './test-call-moment.ts';

@InputType({ description: 'What was said in a test call.' })
export class TestCallLineInput {
  @Field(() => SpeakerEnum)
  speaker!: Speaker;

  @Field(() => String, { description: 'At most 2,000 characters.' })
  text!: string;
}

const TestCallMomentEnum = enumOf(
  'TestCallMoment',
  TEST_CALL_MOMENTS,
  'When a test call is played: now, or as if the business were open or closed.',
);

@ObjectType()
class PlayedTestCallType {
  @Field(() => DateTimeScalar, { description: 'The time that the test call takes it for.' })
  playedAt!: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the business is open at that time; null where no hours are stated.',
  })
  isOpen!: boolean | null;
}

@ObjectType('TestCallBeginning', { description: 'How a test call begins.' })
class TestCallBeginningType extends PlayedTestCallType {
  @Field(() => String, { description: 'The first words.' })
  greeting!: string;

  @Field(() => Boolean, { description: 'Whether the call is ended after them.' })
  endsCall!: boolean;
}

@ObjectType('TestCallReply', { description: 'What a caller would hear.' })
class TestCallReplyType extends PlayedTestCallType {
  @Field(() => [String], { description: 'Sentence by sentence, as they would be spoken.' })
  sentences!: string[];

  @Field(() => ReplySourceEnum)
  source!: ReplySource;

  @Field(() => Boolean, { description: 'Whether the call would be ended after it.' })
  endsCall!: boolean;

  @Field(() => Int, { description: 'How long the whole reply took to write.' })
  milliseconds!: number;

  @Field(() => String, { description: 'What the model was told before the lines of the call.' })
  instructions!: string;
}

@Resolver()
export class TestCallResolver {
  constructor(private readonly service: TestCallService) {}

  @Mutation(() => TestCallReplyType, {
    description: 'A test call with a persona that is not saved. It leaves no trace in the call log.',
  })
  @Allow(...ADMINS)
  continueTestCall(
    @Ctx() context: Context,
    @Arg('draft', () => UpdatePersonaInput) draft: UpdatePersonaInput,
    @Arg('lines', () => [TestCallLineInput], { description: 'Oldest first; the last is the caller’s.' })
    lines: TestCallLineInput[],
    @Arg('moment', () => TestCallMomentEnum, { defaultValue: 'NOW' }) moment: TestCallMoment,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.service.reply(viewerOf(context), tenantId, { draft, lines, moment });
  }

  @Mutation(() => TestCallBeginningType, {
    description:
      'How a test call with a persona that is not saved begins. It leaves no trace in the call log.',
  })
  @Allow(...ADMINS)
  beginTestCall(
    @Ctx() context: Context,
    @Arg('draft', () => UpdatePersonaInput) draft: UpdatePersonaInput,
    @Arg('moment', () => TestCallMomentEnum, { defaultValue: 'NOW' }) moment: TestCallMoment,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.service.begin(viewerOf(context), tenantId, { draft, moment });
  }
}
