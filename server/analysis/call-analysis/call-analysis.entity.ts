import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { Outcome, Sentiment, TurnSentiment } from '../../language-model/analyst.ts';
import type { Intent } from '../../understanding/intents/intents.ts';

/** What was found out about a call; at most one for each. */
export const CallAnalysisEntity = defineEntity({
  name: 'CallAnalysis',
  tableName: 'call_analyses',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    /** The call's: lists by sentiment are sorted by it. */
    startedAt: p.datetime(6),
    sentiment: p.text().$type<Sentiment>(),
    /** -1 to 1. */
    sentimentScore: p.double().$type<number>(),
    /** One for each of the caller's lines. */
    turnSentiments: p.json<TurnSentiment[]>().defaultRaw("'[]'"),
    summary: p.text(),
    intents: p.array().$type<Intent[]>(),
    outcome: p.text().$type<Outcome>(),
    topics: p.array().default([]),
    unansweredQuestions: p.array().default([]),
    /** As the caller gave it; null where they gave none. */
    customerName: p.text().nullable(),
    /** BCP 47. */
    customerLanguage: p.text().nullable(),
    source: p.text().$type<'LANGUAGE_MODEL' | 'SCRIPTED'>(),
    /** The model's name; null where none was asked, or it failed. */
    model: p.text().nullable(),
    /** What asking the model cost, also where it failed. */
    tokens: p.integer().default(0),
    /** Lines of the transcript that it was made from: a call with more is analysed again. */
    lineCount: p.integer(),
    /** Lines of the caller's: a call without any was missed. */
    callerLines: p.integer(),
    /** The caller had called before. */
    isReturning: p.boolean(),
    /** Answers to the caller's words, and from the words to the first of each answer in milliseconds, in sum. */
    replies: p.integer(),
    replyMs: p.bigint('number'),
    analysedAt: p.datetime(6),
  },
});
