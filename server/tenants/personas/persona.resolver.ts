import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, EVERY_ROLE, viewerOf } from '../../auth/access.ts';
import type { PersonaService } from './persona.service.ts';
import { PersonaType, PersonaVersionType, UpdatePersonaInput } from './persona.types.ts';

@Resolver(() => PersonaType)
export class PersonaResolver {
  constructor(private readonly personas: PersonaService) {}

  @Query(() => [PersonaVersionType], { description: 'The persona’s history, the newest version first.' })
  @Allow(...EVERY_ROLE)
  personaVersions(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
    @Arg('before', () => Int, { nullable: true, description: 'The last version of the page before.' })
    before?: number | null,
  ) {
    return this.personas.versions(viewerOf(context), tenantId, { first, before });
  }

  @Mutation(() => PersonaType, {
    description: 'Makes a new version of the persona, which answers from the next call on.',
  })
  @Allow(...ADMINS)
  updatePersona(
    @Ctx() context: Context,
    @Arg('input', () => UpdatePersonaInput) input: UpdatePersonaInput,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.personas.update(tenantId, input, context);
  }

  @Mutation(() => PersonaType, { description: 'Makes a new version that equals an older one.' })
  @Allow(...ADMINS)
  restorePersona(
    @Ctx() context: Context,
    @Arg('version', () => Int) version: number,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.personas.restore(tenantId, version, context);
  }
}
