import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE } from './access.ts';
import { SessionType, UserType } from './auth.types.ts';
import type { SessionService } from './sessions/session.service.ts';
import type { SignInService } from './sessions/sign-in.service.ts';
import type { OwnPasswordService } from './users/own-password.service.ts';
import type { UserService } from './users/user.service.ts';

/** Signing in and out, and the account of the user who asks. */
@Resolver()
export class AuthResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly users: UserService,
    private readonly passwords: OwnPasswordService,
  ) {}

  @Query(() => UserType, { description: 'The user who asks.' })
  @Allow(...EVERY_ROLE, 'ALSO_BEFORE_PASSWORD_CHANGE', 'ALSO_BEFORE_SECOND_FACTOR')
  me(@Ctx() context: Context) {
    return this.users.me(context);
  }

  @Mutation(() => SessionType, {
    description:
      'The code is asked for with extensions.reason SECOND_FACTOR_REQUIRED, where there is a second factor.',
  })
  @Allow('ANYONE')
  async signIn(
    @Arg('email', () => String) email: string,
    @Arg('password', () => String) password: string,
    @Arg('code', () => String, { nullable: true }) code: string | undefined,
    @Ctx() context: Context,
  ) {
    const session = await this.signIns.signIn({ email, password, code }, context);
    // What else the operation asks for, such as the user's tenant, is asked by the user who just signed in.
    context.viewer = await this.sessions.viewerFor(session.token);
    return session;
  }

  @Mutation(() => Boolean, { description: 'Ends the session that this is asked in.' })
  @Allow(...EVERY_ROLE, 'ALSO_BEFORE_PASSWORD_CHANGE', 'ALSO_BEFORE_SECOND_FACTOR')
  async signOut(@Ctx() context: Context) {
    await this.sessions.signOut(context);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Also ends all other sessions of the same user.' })
  @Allow(...EVERY_ROLE, 'ALSO_BEFORE_PASSWORD_CHANGE', 'ALSO_BEFORE_SECOND_FACTOR')
  async changePassword(
    @Arg('currentPassword', () => String) currentPassword: string,
    @Arg('newPassword', () => String) newPassword: string,
    @Ctx() context: Context,
  ) {
    await this.passwords.change({ currentPassword, newPassword }, context);
    return true;
  }
}
