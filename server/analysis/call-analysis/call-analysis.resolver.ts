import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../auth/access.ts';
import { CallType } from '../../calls/call.types.ts';
import type { Database } from '../../infra/database.ts';
import { analysisLoader } from './call-analysis.loader.ts';
import { CallAnalysisType } from './call-analysis.types.ts';

@Resolver(() => CallType)
export class CallAnalysisResolver {
  constructor(private readonly database: Database) {}

  @FieldResolver(() => CallAnalysisType, {
    nullable: true,
    description: 'Null until the call is over and analysed, which takes seconds.',
  })
  analysis(@Root() call: CallType, @Ctx() context: Context): Promise<CallAnalysisType | null> {
    return analysisLoader(context, this.database).load(call);
  }
}
