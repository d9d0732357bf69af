import { CALL_ENDED_TASK } from '../calls/call-ended.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import { ReachedBounds } from '../infra/reached-bounds.ts';
import type { Analyst } from '../language-model/analyst.ts';
import { analyseCall } from './call-analysis/analyse-call.job.ts';
import type { Consequence } from './call-analysis/analysed-call.ts';
import { AnalysisBudgetResolver } from './call-analysis/analysis-budget.resolver.ts';
import { CallAnalysisResolver } from './call-analysis/call-analysis.resolver.ts';
import { ModelLine } from './call-analysis/model-line.ts';
import { ScriptedReader } from './call-analysis/scripted-reader.ts';
import { CallStatsResolver, RepeatCallerResolver } from './statistics/call-stats.resolver.ts';
import { CallStatsService } from './statistics/call-stats.service.ts';
import { countChangedQuarters } from './statistics/count-calls.job.ts';

export type AnalysisFoundation = {
  database: Database;
  clock: Clock;
  log: Log;
  /** Undefined where no model is configured. */
  analyst: Analyst | undefined;
  /** Told what meets a bound. */
  reached?: Pick<ReachedBounds, 'note'>;
  /** What follows from an analysis, in this order, in its own transaction. */
  consequences: readonly Consequence[];
  /** Whether callers have to wait because of us: analyses can be put off, calls can't. */
  isSlow?: () => boolean;
};

/** What analysis brings to the process. */
export function createAnalysis(foundation: AnalysisFoundation) {
  const {
    database,
    clock,
    log,
    analyst,
    consequences,
    isSlow = () => false,
    reached = new ReachedBounds(),
  } = foundation;
  const line = analyst && new ModelLine(analyst);
  const reader = new ScriptedReader(log);
  return {
    resolvers: [
      new CallAnalysisResolver(database),
      new CallStatsResolver(new CallStatsService(database, clock)),
      new RepeatCallerResolver(database),
      new AnalysisBudgetResolver(database, clock),
    ],
    tasks: {
      [CALL_ENDED_TASK]: (payload: unknown) =>
        analyseCall(payload, { database, clock, log, reader, line, isSlow, reached, consequences }),
      'count-calls': () => countChangedQuarters(database),
    },
    /** Ends the thread that reads calls. To be called once no job runs any more: one that does is tried again later. */
    close: () => reader.close(),
    schedule: [{ task: 'count-calls', match: '* * * * *' }],
  } satisfies Module;
}
