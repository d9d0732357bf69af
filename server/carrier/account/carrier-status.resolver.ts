import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../auth/access.ts';
import type { CarrierStatus, CarrierStatusService } from './carrier-status.service.ts';
import { CarrierStatusType } from './carrier-status.types.ts';

@Resolver()
export class CarrierStatusResolver {
  constructor(private readonly status: CarrierStatusService) {}

  @Query(() => CarrierStatusType, {
    description: 'What the platform’s account at Vobiz has left, and how many calls it carries at once.',
  })
  @Allow('SUPER_ADMIN')
  carrierStatus(): Promise<CarrierStatus> {
    return this.status.read();
  }

  @Query(() => Int, {
    nullable: true,
    description: 'Paise below which super admins are warned; null: where Vobiz itself warns.',
  })
  @Allow('SUPER_ADMIN')
  lowBalanceWarning(): Promise<number | null> {
    return this.status.lowBalance();
  }

  @Mutation(() => Int, {
    nullable: true,
    description: 'Sets below how many paise super admins are warned; null: where Vobiz itself warns.',
  })
  @Allow('SUPER_ADMIN')
  setLowBalanceWarning(
    @Ctx() context: Context,
    @Arg('paise', () => Int, { nullable: true }) paise?: number | null,
  ): Promise<number | null> {
    return this.status.setLowBalance(paise ?? null, context);
  }
}
