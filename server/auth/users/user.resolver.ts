import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context } from '../access.ts';
import { CreateUserInput, InviteUserInput, RoleEnum, TemporaryAccessType, UserType } from '../auth.types.ts';
import type { Role } from './user.entity.ts';
import type { UserService } from './user.service.ts';
import type { UserAdministrationService } from './user-administration.service.ts';

/** What admins do with users: a super admin with all, a tenant's admin with the own tenant's. */
@Resolver()
export class UserResolver {
  constructor(
    private readonly service: UserService,
    private readonly administration: UserAdministrationService,
  ) {}

  @Query(() => [UserType], {
    description: "A tenant's users; for a super admin who names none, the super admins.",
  })
  @Allow(...ADMINS)
  users(
    @Arg('tenantId', () => ID, { nullable: true }) tenantId: string | undefined,
    @Ctx() context: Context,
  ) {
    return this.service.list(tenantId, context);
  }

  @Mutation(() => UserType, {
    description: 'A super admin makes any user; a tenant admin makes users of the own tenant.',
  })
  @Allow(...ADMINS)
  createUser(@Arg('input', () => CreateUserInput) input: CreateUserInput, @Ctx() context: Context) {
    return this.service.create(input, context);
  }

  @Mutation(() => TemporaryAccessType, { description: 'As createUser, with a password that is made here.' })
  @Allow(...ADMINS)
  inviteUser(@Arg('input', () => InviteUserInput) input: InviteUserInput, @Ctx() context: Context) {
    return this.service.invite(input, context);
  }

  @Mutation(() => UserType, {
    description: 'Signs the user out everywhere, and lets them sign in no more.',
  })
  @Allow(...ADMINS)
  disableUser(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return this.administration.disable(id, context);
  }

  @Mutation(() => UserType)
  @Allow(...ADMINS)
  enableUser(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return this.administration.enable(id, context);
  }

  @Mutation(() => UserType, {
    description:
      'Signs the user out everywhere. tenantId: where a super admin is to work for a tenant from now on.',
  })
  @Allow(...ADMINS)
  changeUserRole(
    @Arg('id', () => ID) id: string,
    @Arg('role', () => RoleEnum) role: Role,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId: string | undefined,
    @Ctx() context: Context,
  ) {
    return this.administration.changeRole(id, { role, tenantId }, context);
  }

  @Mutation(() => UserType, {
    description: 'Signs a user out everywhere; of oneself, everywhere but where this is asked.',
  })
  @Allow(...ADMINS)
  endUserSessions(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return this.administration.endSessions(id, context);
  }

  @Mutation(() => UserType, {
    description:
      'For a user who has lost it: takes the second factor and its recovery codes away, and signs the user out everywhere.',
  })
  @Allow(...ADMINS)
  resetUserSecondFactor(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return this.administration.resetSecondFactor(id, context);
  }

  @Mutation(() => TemporaryAccessType, { description: 'Signs the user out everywhere.' })
  @Allow(...ADMINS)
  resetUserPassword(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return this.administration.resetPassword(id, context);
  }
}
