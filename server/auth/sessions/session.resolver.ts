import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import { Allow, type Context, EVERY_ROLE, viewerOf } from '../access.ts';
import { clientName } from './client-name.ts';
import type { SessionService } from './session.service.ts';

@ObjectType('UserSession', { description: 'Where a user is signed in.' })
class UserSessionType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'The browser or app, as Firefox; as it says itself.' })
  app!: string | null;

  @Field(() => String, { nullable: true, description: 'What it runs on, as Windows.' })
  system!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the user signed in from.' })
  address!: string | null;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'To about five minutes.' })
  lastUsedAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that this is asked in.' })
  isThisOne!: boolean;
}

/** The sessions of the user who asks. */
@Resolver()
export class SessionResolver {
  constructor(private readonly service: SessionService) {}

  @Query(() => [UserSessionType], {
    description: 'Where the user who asks is signed in, the session used last first.',
  })
  @Allow(...EVERY_ROLE)
  async sessions(@Ctx() context: Context): Promise<UserSessionType[]> {
    const { sessionId } = viewerOf(context);
    const sessions = await this.service.list(context);
    return sessions.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
      ...{ id, address, ...clientName(userAgent), startedAt: createdAt, lastUsedAt: lastSeenAt },
      isThisOne: id === sessionId,
    }));
  }

  @Mutation(() => Boolean, { description: 'Ends one of the sessions of the user who asks.' })
  @Allow(...EVERY_ROLE)
  async endSession(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<boolean> {
    await this.service.end(id, context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends all sessions of the user who asks but this one.' })
  @Allow(...EVERY_ROLE)
  async endOtherSessions(@Ctx() context: Context): Promise<boolean> {
    await this.service.endOthers(context);
    return true;
  }
}
