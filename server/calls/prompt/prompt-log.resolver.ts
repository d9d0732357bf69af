import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ADMINS, Allow, type Context } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import { checkedFirst, MAX_PAGE } from '../../infra/graphql/connection.ts';
import { CallType } from '../call.types.ts';
import { promptLogLoader } from './prompt-log.loader.ts';
import { PromptLogEntryType } from './prompt-log.types.ts';

/** For users who may change what a model is told: admins. */
@Resolver(() => CallType)
export class PromptLogResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => [PromptLogEntryType], {
    description:
      'What was told for each reply, in their order, as long as the call’s words are kept. For admins.',
  })
  @Allow(...ADMINS)
  prompts(
    @Root() { id: callId, tenantId }: CallType,
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: MAX_PAGE, description: `1 to ${MAX_PAGE}.` }) first: number,
    @Arg('line', () => Int, { nullable: true, description: 'Only for the reply that this line holds.' })
    line?: number | null,
  ): Promise<PromptLogEntryType[]> {
    const asked = { tenantId, callId, line: line ?? null, first: checkedFirst(first) };
    return promptLogLoader(context, this.database).load(asked);
  }
}
