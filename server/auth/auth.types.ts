import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import type { TenantId, UserId } from '../infra/ids.ts';
import { ROLES, type Role } from './users/user.entity.ts';

/** The GraphQL enum. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('User')
export class UserType {
  @Field(() => ID)
  id!: UserId;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the user may not sign in.' })
  disabledAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'The password was made for the user: until the user has chosen another, all but me, changePassword and signOut is refused, with extensions.reason PASSWORD_CHANGE_REQUIRED.',
  })
  mustChangePassword!: boolean;

  @Field(() => Boolean)
  hasSecondFactor!: boolean;

  @Field(() => Boolean, {
    description:
      'The platform requires a second factor of this super admin: until it is set up, all but me, changePassword, signOut and what sets it up is refused, with extensions.reason SECOND_FACTOR_SETUP_REQUIRED.',
  })
  mustSetUpSecondFactor!: boolean;

  /** Which tenant's; the field `tenant` is resolved from it. */
  tenantId!: TenantId | null;
}

@ObjectType('Session')
export class SessionType {
  @Field(() => String)
  token!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends unless it is used; every use moves it on.' })
  expiresAt!: Date;

  @Field(() => UserType)
  user!: UserType;
}

@ObjectType('TemporaryAccess')
export class TemporaryAccessType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => String, { description: 'Shown this once. The user is to change it.' })
  temporaryPassword!: string;
}

@InputType()
export class CreateUserInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  password!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ID, { nullable: true })
  tenantId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the user has to choose another password before anything else. Left out, no.',
  })
  mustChangePassword?: boolean | null;
}

@InputType()
export class InviteUserInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => ID, { nullable: true })
  tenantId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'As in CreateUserInput; left out, yes.' })
  mustChangePassword?: boolean | null;
}
