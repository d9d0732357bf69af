import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../../auth/access.ts';
import { customerLoader } from '../../customers/customer.loader.ts';
import { CustomerType } from '../../customers/customer.types.ts';
import type { Database } from '../../infra/database.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { CallStatsService } from './call-stats.service.ts';
import { CallStatsType, InsightsType, RepeatCallerType, UnansweredQuestionType } from './call-stats.types.ts';

@ArgsType()
class CallsAsked {
  @Field(() => ID, { nullable: true, description: 'A super admin names the tenant.' })
  tenantId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that started then or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Calls that started before.' })
  to?: Date | null;
}

@Resolver()
export class CallStatsResolver {
  constructor(private readonly service: CallStatsService) {}

  @Query(() => CallStatsType)
  @Allow(...EVERY_ROLE)
  callStats(@Ctx() context: Context, @Args(() => CallsAsked) asked: CallsAsked) {
    return this.service.stats(viewerOf(context), plain(asked));
  }

  @Query(() => InsightsType)
  @Allow(...EVERY_ROLE)
  insights(@Ctx() context: Context, @Args(() => CallsAsked) asked: CallsAsked) {
    return this.service.insights(viewerOf(context), plain(asked));
  }

  @Query(() => [UnansweredQuestionType], { description: 'What was asked in the most calls first.' })
  @Allow(...EVERY_ROLE)
  unansweredQuestions(
    @Ctx() context: Context,
    @Args(() => CallsAsked) asked: CallsAsked,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
  ) {
    return this.service.unanswered(viewerOf(context), plain(asked), first);
  }

  @Query(() => [RepeatCallerType], {
    description:
      'Who called more than once, the most often first. Without a `from`, in the last ninety days.',
  })
  @Allow(...EVERY_ROLE)
  repeatCallers(
    @Ctx() context: Context,
    @Args(() => CallsAsked) asked: CallsAsked,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
  ) {
    return this.service.repeatCallers(viewerOf(context), plain(asked), first);
  }
}

const plain = ({ tenantId, from, to }: CallsAsked) => ({ tenantId, from, to });

@Resolver(() => RepeatCallerType)
export class RepeatCallerResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => CustomerType)
  customer(@Root() { customerId }: RepeatCallerType, @Ctx() context: Context) {
    return customerLoader(context, this.database).load(customerId);
  }
}
