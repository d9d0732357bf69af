import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IntentEnum, SentimentEnum } from '../../calls/call.types.ts';
import { ReplySourceEnum } from '../../calls/turn.types.ts';
import { enumOf } from '../../infra/graphql/enum.ts';
import { DateTimeScalar } from '../../infra/graphql/scalars.ts';
import { OUTCOMES, type Outcome, type Sentiment } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

export const OutcomeEnum = enumOf(
  'CallOutcome',
  OUTCOMES,
  'How a call ended for the caller. ABANDONED: they were gone before they had what they wanted.',
);

@ObjectType('TurnSentiment', { description: 'How the caller sounded in one line.' })
export class TurnSentimentType {
  @Field(() => Int, { description: 'The line’s, as Turn.number.' })
  number!: number;

  @Field(() => Float, { description: '-1 to 1.' })
  score!: number;
}

@ObjectType('CallAnalysis', { description: 'What a call was about, found out when it was over.' })
export class CallAnalysisType {
  @Field(() => SentimentEnum)
  sentiment!: Sentiment;

  @Field(() => Float, { description: '-1 to 1.' })
  sentimentScore!: number;

  @Field(() => [TurnSentimentType], { description: 'The caller’s lines, in their order.' })
  turnSentiments!: TurnSentimentType[];

  @Field(() => String, { description: 'Two sentences.' })
  summary!: string;

  @Field(() => [IntentEnum], { description: 'The most urgent first.' })
  intents!: Intent[];

  @Field(() => OutcomeEnum)
  outcome!: Outcome;

  @Field(() => [String])
  topics!: string[];

  @Field(() => [String], { description: 'What the caller asked and the receptionist couldn’t answer.' })
  unansweredQuestions!: string[];

  @Field(() => String, { nullable: true, description: 'As the caller gave it.' })
  customerName!: string | null;

  @Field(() => String, { nullable: true, description: 'What the caller prefers to speak, BCP 47.' })
  customerLanguage!: string | null;

  @Field(() => ReplySourceEnum, {
    description: 'SCRIPTED also where the model failed, or the day’s tokens were spent.',
  })
  source!: 'LANGUAGE_MODEL' | 'SCRIPTED';

  @Field(() => String, { nullable: true, description: 'The model’s name.' })
  model!: string | null;

  @Field(() => Int, { description: 'What asking the model cost, also where it failed.' })
  tokens!: number;

  @Field(() => DateTimeScalar)
  analysedAt!: Date;
}
