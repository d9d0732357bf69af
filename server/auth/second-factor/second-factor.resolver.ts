import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE } from '../access.ts';
import type { SecondFactorService } from './second-factor.service.ts';

@ObjectType('SecondFactorSetup')
class SecondFactorSetupType {
  @Field(() => String, { description: 'In base32, for typing in.' })
  secret!: string;

  @Field(() => String, { description: 'otpauth://totp/…, for a QR code.' })
  uri!: string;
}

/** The own second factor of the user who asks. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly service: SecondFactorService) {}

  @Mutation(() => SecondFactorSetupType, { description: 'In force once confirmSecondFactor is told a code.' })
  @Allow(...EVERY_ROLE, 'ALSO_BEFORE_SECOND_FACTOR')
  startSecondFactor(@Ctx() context: Context) {
    return this.service.start(context);
  }

  @Mutation(() => [String], {
    description: 'Ten recovery codes, each good for one sign-in. Shown this once.',
  })
  @Allow(...EVERY_ROLE, 'ALSO_BEFORE_SECOND_FACTOR')
  confirmSecondFactor(@Arg('code', () => String) code: string, @Ctx() context: Context) {
    return this.service.confirm(code, context);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a code again: for five minutes, this session may do what is otherwise refused with extensions.reason SECOND_FACTOR_NEEDED.',
  })
  @Allow(...EVERY_ROLE)
  async giveSecondFactor(@Arg('code', () => String) code: string, @Ctx() context: Context) {
    await this.service.giveAgain(code, context);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow(...EVERY_ROLE)
  async disableSecondFactor(
    @Arg('password', () => String) password: string,
    @Arg('code', () => String) code: string,
    @Ctx() context: Context,
  ) {
    await this.service.disable({ password, code }, context);
    return true;
  }
}
