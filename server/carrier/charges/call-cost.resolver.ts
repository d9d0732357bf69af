import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../auth/access.ts';
import { CallType } from '../../calls/call.types.ts';
import type { Database } from '../../infra/database.ts';
import type { Money } from '../../numbers/money.ts';
import { MoneyType } from '../../numbers/money.types.ts';
import { costLoader } from './call-cost.loader.ts';

@Resolver(() => CallType)
export class CallCostResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What Vobiz charged, once its record of the call is there.',
  })
  async cost(@Root() call: CallType, @Ctx() context: Context): Promise<Money | null> {
    return (await costLoader(context, this.database).load(call))?.cost ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the cost isn’t known and won’t be, or what is missing of it, as a sentence.',
  })
  async costProblem(@Root() call: CallType, @Ctx() context: Context): Promise<string | null> {
    return (await costLoader(context, this.database).load(call))?.problem ?? null;
  }
}
