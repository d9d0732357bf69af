import { OUTCOMES } from '../../language-model/analyst.ts';
import { INTENTS } from '../../understanding/intents/intents.ts';
import type { PartCounts } from './call-counts.store.ts';
import { type Counts, MEASURE_NAMES, type Measure } from './call-measures.ts';
import type { CallStatsType, InsightsType } from './call-stats.types.ts';

const countOf = (counts: Counts, word: Uppercase<Measure>) => counts[word.toLowerCase() as Measure];

const NO_CALLS = Object.fromEntries(MEASURE_NAMES.map((name) => [name, 0])) as Counts;

/** Counts as they are shown: averages where there is anything to average. */
export function statsOf(counts: Counts): CallStatsType {
  const { calls, completed, answered, missed, positive, neutral, negative } = counts;
  return {
    calls,
    completed,
    answered,
    missed,
    returning: counts.returning_callers,
    averageDurationSeconds: completed === 0 ? null : counts.seconds / completed,
    averageReplySeconds: counts.replies === 0 ? null : counts.reply_ms / counts.replies / 1_000,
    sentiment: { positive, neutral, negative },
    intents: INTENTS.map((intent) => ({ intent, calls: countOf(counts, intent) })),
    outcomes: OUTCOMES.map((outcome) => ({ outcome, calls: countOf(counts, outcome) })),
  };
}

/** Counts by time, sorted into days, hours, and hours of the week. */
export function insightsOf(parts: readonly PartCounts[]): InsightsType {
  const insights: InsightsType = { total: statsOf(NO_CALLS), days: [], hours: [], weekHours: [] };
  for (const { day, weekday, hour, ...counts } of parts) {
    const stats = statsOf(counts);
    if (day !== null) insights.days.push({ day, stats });
    else if (hour === null) insights.total = stats;
    else if (weekday === null) insights.hours.push({ hour, stats });
    else insights.weekHours.push({ weekday, hour, stats });
  }
  return insights;
}
