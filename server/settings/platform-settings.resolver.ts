import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context, requireFreshSecondFactor, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import type { Clock } from '../infra/clock.ts';
import type { PlatformSettings, PlatformSettingsService } from './platform-settings.service.ts';
import { PlatformSettingsType, UpdatePlatformSettingsInput } from './platform-settings.types.ts';

/** Stands here because `settings` is left of `auth`, and knows neither roles nor the audit. */
@Resolver(() => PlatformSettingsType)
export class PlatformSettingsResolver {
  constructor(
    private readonly settings: PlatformSettingsService,
    private readonly clock: Clock,
  ) {}

  @Query(() => PlatformSettingsType, { description: 'The platform’s own settings.' })
  @Allow('SUPER_ADMIN')
  platformSettings(): Promise<PlatformSettings> {
    return this.settings.read();
  }

  @Mutation(() => PlatformSettingsType, {
    description: 'Saves Vobiz’s credentials and checks them; `connection` tells how Vobiz took them.',
  })
  @Allow('SUPER_ADMIN')
  updatePlatformSettings(
    @Ctx() context: Context,
    @Arg('input', () => UpdatePlatformSettingsInput) input: UpdatePlatformSettingsInput,
  ): Promise<PlatformSettings> {
    return this.settings.update(
      input,
      (tx, detail) => audit(tx, context, { action: 'platformSettings.update', detail }),
      () => requireFreshSecondFactor(viewerOf(context), this.clock.now()),
    );
  }

  @Mutation(() => PlatformSettingsType, { description: 'Asks Vobiz about the stored credentials again.' })
  @Allow('SUPER_ADMIN')
  checkVobizConnection(): Promise<PlatformSettings> {
    return this.settings.recheck();
  }
}
