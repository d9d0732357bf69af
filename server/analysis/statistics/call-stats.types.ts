import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IntentEnum } from '../../calls/call.types.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import type { CustomerId } from '../../infra/ids.ts';
import type { Outcome } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';
import { OutcomeEnum } from '../call-analysis/call-analysis.types.ts';

@ObjectType('SentimentCounts', { description: 'Analysed calls by how their callers felt.' })
export class SentimentCountsType {
  @Field(() => Int)
  positive!: number;

  @Field(() => Int)
  neutral!: number;

  @Field(() => Int)
  negative!: number;
}

@ObjectType('IntentCount', { description: 'Analysed calls with an intent; one call may have several.' })
export class IntentCountType {
  @Field(() => IntentEnum)
  intent!: Intent;

  @Field(() => Int)
  calls!: number;
}

@ObjectType('OutcomeCount', { description: 'Analysed calls by how they ended for their callers.' })
export class OutcomeCountType {
  @Field(() => OutcomeEnum)
  outcome!: Outcome;

  @Field(() => Int)
  calls!: number;
}

@ObjectType('CallStats', { description: 'Calls that started in a time, counted exactly.' })
export class CallStatsType {
  @Field(() => Int, { description: 'All, also those that go on.' })
  calls!: number;

  @Field(() => Int)
  completed!: number;

  @Field(() => Int, { description: 'Completed, and the caller said something.' })
  answered!: number;

  @Field(() => Int, { description: 'Lost, or over without a word of the caller’s.' })
  missed!: number;

  @Field(() => Int, { description: 'By customers who had called before.' })
  returning!: number;

  @Field(() => Float, { nullable: true, description: 'Of completed calls.' })
  averageDurationSeconds!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'From the caller’s words to the first words of the reply.',
  })
  averageReplySeconds!: number | null;

  @Field(() => SentimentCountsType)
  sentiment!: SentimentCountsType;

  @Field(() => [IntentCountType], { description: 'All intents, the most urgent first.' })
  intents!: IntentCountType[];

  @Field(() => [OutcomeCountType])
  outcomes!: OutcomeCountType[];
}

@ObjectType('DayStats')
export class DayStatsType {
  @Field(() => String, { description: 'As 2026-11-24, in the tenant’s time zone.' })
  day!: string;

  @Field(() => CallStatsType)
  stats!: CallStatsType;
}

@ObjectType('HourStats')
export class HourStatsType {
  @Field(() => Int, { description: '0 to 23, in the tenant’s time zone.' })
  hour!: number;

  @Field(() => CallStatsType)
  stats!: CallStatsType;
}

@ObjectType('WeekHourStats')
export class WeekHourStatsType {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => Int, { description: '0 to 23.' })
  hour!: number;

  @Field(() => CallStatsType)
  stats!: CallStatsType;
}

@ObjectType('UnansweredQuestion', { description: 'What callers asked and the receptionist couldn’t answer.' })
export class UnansweredQuestionType {
  @Field(() => String, { description: 'As it was asked last.' })
  question!: string;

  @Field(() => Int, { description: 'In how many calls it was asked, in whatever words.' })
  calls!: number;

  @Field(() => DateTimeScalar, { description: 'When the last call with it started.' })
  lastAskedAt!: Date;
}

@ObjectType('Insights', {
  description: 'What a tenant’s calls add up to. Parts without a call are left out.',
})
export class InsightsType {
  @Field(() => CallStatsType)
  total!: CallStatsType;

  @Field(() => [DayStatsType])
  days!: DayStatsType[];

  @Field(() => [HourStatsType], { description: 'The hours of all days together.' })
  hours!: HourStatsType[];

  @Field(() => [WeekHourStatsType], { description: 'The hours of all weeks together.' })
  weekHours!: WeekHourStatsType[];
}

@ObjectType('RepeatCaller')
export class RepeatCallerType {
  @Field(() => Int, { description: 'In the time that was asked about.' })
  calls!: number;

  /** The field `customer` is resolved from it. */
  customerId!: CustomerId;
}
