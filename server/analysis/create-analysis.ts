import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Analyst } from '../language-model/analyst.ts';
import { ANALYSE_CALL, analyseCall } from './call-analysis/analyse-call.job.ts';
import type { Consequence } from './call-analysis/analysed-call.ts';
import { AnalysisBudgetResolver } from './call-analysis/analysis-budget.resolver.ts';
import { CallAnalysisResolver } from './call-analysis/call-analysis.resolver.ts';
import { ModelLine } from './call-analysis/model-line.ts';
import { CallStatsResolver, RepeatCallerResolver } from './statistics/call-stats.resolver.ts';
import { CallStatsService } from './statistics/call-stats.service.ts';
import { countChangedQuarters } from './statistics/count-calls.job.ts';

export type AnalysisFoundation = {
  database: Database;
  clock: Clock;
  log: Log;
  /** Undefined where no model is configured. */
  analyst: Analyst | undefined;
  /** What follows from an analysis, in this order, in its own transaction. */
  consequences: readonly Consequence[];
};

/** Analysis, put together. */
export function createAnalysis({ database, clock, log, analyst, consequences }: AnalysisFoundation) {
  const line = analyst && new ModelLine(analyst);
  return {
    resolvers: [
      new CallAnalysisResolver(database),
      new CallStatsResolver(new CallStatsService(database, clock)),
      new RepeatCallerResolver(database),
      new AnalysisBudgetResolver(database, clock),
    ],
    tasks: {
      [ANALYSE_CALL]: (payload: unknown) =>
        analyseCall(payload, { database, clock, log, line, consequences }),
      'count-calls': () => countChangedQuarters(database),
    },
    schedule: [{ task: 'count-calls', match: '* * * * *' }],
  };
}
