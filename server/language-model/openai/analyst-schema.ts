import { z } from 'zod';
import { INTENTS } from '../../understanding/intents/intents.ts';
import { OUTCOMES, SENTIMENTS } from '../analyst.ts';

/** What the model is asked to fill in, in the order in which it writes. Limits are told in words: not every server
 * knows the keywords for them. */
const form = z.object({
  summary: z
    .string()
    .describe('Exactly two short, factual sentences: what the caller wanted, and what came of it.'),
  sentiment: z
    .enum(SENTIMENTS)
    .describe('How the caller felt, towards the end above all. Being polite is no joy.'),
  sentimentScore: z
    .number()
    .describe('From -1 to 1; negative only for NEGATIVE, positive only for POSITIVE.'),
  intents: z
    .array(z.enum(INTENTS))
    .describe('All that the caller wanted; GENERAL only where nothing else fits.'),
  outcome: z
    .enum(OUTCOMES)
    .describe(
      'FOLLOW_UP_NEEDED: somebody has to call back, confirm or decide. TRANSFERRED: a person took over. ABANDONED: the caller left before they had an answer. RESOLVED: nothing is left to do.',
    ),
  topics: z.array(z.string()).describe('At most five, of one to three words each, in English.'),
  unansweredQuestions: z
    .array(z.string())
    .describe('What the caller asked and the receptionist could not answer, each as one general question.'),
  callerName: z.string().nullable().describe("The caller's own name as they gave it, else null."),
  callerLanguage: z
    .string()
    .nullable()
    .describe('BCP 47, as hi-IN: what the caller spoke or asked for, else null.'),
  turnSentiments: z
    .array(z.object({ line: z.number(), score: z.number() }))
    .describe("For each of the caller's lines its number, and from -1 to 1 how the caller felt in it."),
});

/** What is read of an answer. A server that doesn't keep to the schema may leave out what we can do without. */
const answer = form
  .partial({
    outcome: true,
    topics: true,
    unansweredQuestions: true,
    callerName: true,
    callerLanguage: true,
    turnSentiments: true,
  })
  .refine(({ summary }) => /\p{L}/u.test(summary), { path: ['summary'], error: 'must hold two sentences' })
  .refine(({ sentimentScore }) => Math.abs(sentimentScore) <= 1, {
    path: ['sentimentScore'],
    error: 'must be from -1 to 1',
  })
  .refine(
    ({ sentiment, sentimentScore }) =>
      !(sentiment === 'POSITIVE' && sentimentScore < 0) && !(sentiment === 'NEGATIVE' && sentimentScore > 0),
    { path: ['sentimentScore'], error: 'must not contradict the sentiment' },
  );

export type AnalysisAnswer = z.infer<typeof answer>;

/** How Chat Completions is told to answer in this form and no other (platform.openai.com, "Structured outputs"). */
export const ANSWER_FORMAT = {
  type: 'json_schema' as const,
  json_schema: { name: 'call_analysis', strict: true, schema: jsonSchema() },
};

/** @returns the answer, or what is wrong with it in words that the model can act on and that quote nothing */
export function readAnswer(text: string): AnalysisAnswer | { mistakes: string } {
  const parsed = answer.safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  return {
    mistakes: parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join('.') || 'answer'}: ${message}`)
      .join('; '),
  };
}

function jsonSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(form);
  return schema;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
