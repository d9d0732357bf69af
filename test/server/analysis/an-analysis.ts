import { afterAll } from 'vitest';
import { type AnalyseCall, analyseCall } from '../../../server/analysis/call-analysis/analyse-call.job.ts';
import { ModelLine } from '../../../server/analysis/call-analysis/model-line.ts';
import { ScriptedReader } from '../../../server/analysis/call-analysis/scripted-reader.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { createLog } from '../../../server/infra/log.ts';
import { OpenAiAnalyst } from '../../../server/language-model/openai/openai-analyst.ts';
import { FakeOpenAi } from '../../fakes/openai-api.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { EndedCall } from './a-call.ts';

/** A model that answers over HTTP as a test tells it, and a line to it of little patience. */
export async function anAnalyst(
  limits = {
    ...{ patienceMs: 5_000, mostAtOnce: 3, mostOfATenant: 3 },
    unverified: { mostAtOnce: 3, mostOfATenant: 3 },
  },
) {
  const openai = await FakeOpenAi.start();
  afterAll(() => openai.stop());
  const account = { apiKey: 'sk-test-0123456789', baseUrl: openai.baseUrl, model: 'gpt-4o-mini' };
  const line = (other: Partial<typeof limits> = {}) =>
    new ModelLine(new OpenAiAnalyst(account), { ...limits, ...other });
  return { openai, line };
}

/** Reads calls in its own thread, as the server does: one for all files of a process, which it doesn't keep alive. */
const reader = new ScriptedReader(createLog('silent'));

/** Runs the job for a call, as the queue would. */
export const analyse = (
  { database }: Pick<TestDatabase, 'database'>,
  { tenantId, callId }: Pick<EndedCall, 'tenantId' | 'callId'>,
  deps: Partial<AnalyseCall> = {},
): Promise<void> =>
  analyseCall(
    { tenantId, callId },
    {
      ...{ database, clock: systemClock, log: createLog('silent'), reader },
      ...{ line: undefined, consequences: [] },
      ...deps,
    },
  );

export type StoredAnalysis = {
  sentiment: string;
  sentiment_score: number;
  turn_sentiments: { number: number; score: number }[];
  summary: string;
  intents: string[];
  outcome: string;
  topics: string[];
  unanswered_questions: string[];
  source: string;
  model: string | null;
  tokens: number;
  line_count: number;
  caller_lines: number;
  is_returning: boolean;
};

/** All analyses of a call, of which there should never be more than one. */
export const analysesOf = ({ admin }: Pick<TestDatabase, 'admin'>, { callId }: Pick<EndedCall, 'callId'>) =>
  admin<StoredAnalysis>('select * from call_analyses where call_id = $1', [callId]);

/** What a model finds in an angry call. */
export const anAngryAnswer = {
  summary: 'The caller complained about the wait. Somebody has to call back.',
  sentiment: 'NEGATIVE',
  sentimentScore: -0.8,
  intents: ['COMPLAINT'],
  outcome: 'FOLLOW_UP_NEEDED',
  topics: ['waiting time'],
  unansweredQuestions: ['How long will it take?'],
  callerName: 'Priya',
  callerLanguage: 'hi-IN',
  turnSentiments: [{ line: 2, score: -0.9 }],
};
