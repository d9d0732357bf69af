import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Allow, type Context } from '../access.ts';
import type { SecondFactorService } from './second-factor.service.ts';

@ObjectType('SecondFactorSetup')
class SecondFactorSetupType {
  @Field(() => String, { description: 'In base32, for typing in.' })
  secret!: string;

  @Field(() => String, { description: 'otpauth://totp/…, for a QR code.' })
  uri!: string;
}

/** A super admin's own second factor. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly service: SecondFactorService) {}

  @Mutation(() => SecondFactorSetupType, { description: 'In force once confirmSecondFactor is told a code.' })
  @Allow('SUPER_ADMIN')
  startSecondFactor(@Ctx() context: Context) {
    return this.service.start(context);
  }

  @Mutation(() => [String], {
    description: 'Ten recovery codes, each good for one sign-in. Shown this once.',
  })
  @Allow('SUPER_ADMIN')
  confirmSecondFactor(@Arg('code', () => String) code: string, @Ctx() context: Context) {
    return this.service.confirm(code, context);
  }

  @Mutation(() => Boolean)
  @Allow('SUPER_ADMIN')
  async disableSecondFactor(
    @Arg('password', () => String) password: string,
    @Arg('code', () => String) code: string,
    @Ctx() context: Context,
  ) {
    await this.service.disable({ password, code }, context);
    return true;
  }
}
