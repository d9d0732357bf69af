import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ADMINS, Allow, type Context, EVERY_ROLE, viewerOf } from '../auth/access.ts';
import { seesAddresses } from './addresses.ts';
import type { AutomationService } from './automation.service.ts';
import type { Automation } from './automation.ts';
import { AutomationFieldType, AutomationType } from './automation.types.ts';
import { AutomationActionType, actionType } from './rules/action.types.ts';
import { CreateAutomationInput, UpdateAutomationInput } from './rules/automation.inputs.ts';
import { templateFields } from './templates/template-fields.ts';

@Resolver(() => AutomationType)
export class AutomationResolver {
  constructor(private readonly service: AutomationService) {}

  @Query(() => [AutomationType], { description: 'A tenant’s rules, the oldest first.' })
  @Allow(...EVERY_ROLE)
  automations(
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.service.list(viewerOf(context), tenantId);
  }

  @Query(() => AutomationType)
  @Allow(...EVERY_ROLE)
  automation(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.service.get(viewerOf(context), id);
  }

  @Query(() => [AutomationFieldType], {
    description: 'The fields that texts and addresses of actions may hold.',
  })
  @Allow(...EVERY_ROLE)
  automationFields() {
    return templateFields;
  }

  @Mutation(() => AutomationType)
  @Allow(...ADMINS)
  createAutomation(
    @Ctx() context: Context,
    @Arg('input', () => CreateAutomationInput) { tenantId, ...input }: CreateAutomationInput,
  ) {
    return this.service.create(tenantId, input, context);
  }

  @Mutation(() => AutomationType)
  @Allow(...ADMINS)
  updateAutomation(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateAutomationInput) input: UpdateAutomationInput,
  ) {
    return this.service.update(id, input, context);
  }

  @Mutation(() => AutomationType, {
    description: 'Takes it away with its runs and deliveries; what it still had to deliver isn’t delivered.',
  })
  @Allow(...ADMINS)
  deleteAutomation(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.service.delete(id, context);
  }

  @FieldResolver(() => [AutomationActionType], { description: 'What it does, in this order.' })
  actions(@Root() { actions }: Automation, @Ctx() context: Context): AutomationActionType[] {
    const withAddresses = seesAddresses(context);
    return actions.map((action) => actionType(action, withAddresses));
  }
}
