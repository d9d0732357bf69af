import { type CallToAnalyse, type Findings, mostUrgentFirst, type TurnSentiment } from '../analyst.ts';
import type { AnalysisAnswer } from './analyst-schema.ts';

const LONGEST_SUMMARY = 600;
const MOST_TOPICS = 5;
const LONGEST_TOPIC = 40;
const MOST_QUESTIONS = 10;
const LONGEST_QUESTION = 200;

/** A model's answer as what we say of a call: within bounds, and only what the transcript can bear out. */
export function findingsOf(answer: AnalysisAnswer, { lines }: Pick<CallToAnalyse, 'lines'>): Findings {
  const callerLines = lines.filter(({ speaker }) => speaker === 'CALLER');
  const unansweredQuestions = texts(answer.unansweredQuestions, MOST_QUESTIONS, LONGEST_QUESTION);
  return {
    sentiment: answer.sentiment,
    sentimentScore: answer.sentimentScore,
    turnSentiments: curve(answer.turnSentiments ?? [], callerLines),
    summary: twoSentences(answer.summary),
    intents: mostUrgentFirst(answer.intents),
    outcome: answer.outcome ?? (unansweredQuestions.length > 0 ? 'FOLLOW_UP_NEEDED' : 'RESOLVED'),
    topics: texts(answer.topics, MOST_TOPICS, LONGEST_TOPIC).map((topic) => topic.toLowerCase()),
    unansweredQuestions,
    customerName: spokenName(answer.callerName ?? null, callerLines.map(({ text }) => text).join(' ')),
    customerLanguage: languageTag(answer.callerLanguage ?? null),
  };
}

function curve(
  scores: readonly { line: number; score: number }[],
  callerLines: readonly { number: number }[],
): TurnSentiment[] {
  const byLine = new Map(scores.map(({ line, score }) => [line, score]));
  return callerLines.flatMap(({ number }) => {
    const score = byLine.get(number);
    return score === undefined ? [] : [{ number, score: Math.max(-1, Math.min(1, score)) }];
  });
}

function twoSentences(summary: string): string {
  const text = plain(summary);
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)];
  const end = sentences[2]?.index ?? text.length;
  return text.slice(0, Math.min(end, LONGEST_SUMMARY)).trim();
}

function texts(written: readonly string[] | undefined, most: number, longest: number): string[] {
  const all = (written ?? []).map((text) => plain(text).slice(0, longest).trim()).filter(Boolean);
  return [...new Set(all)].slice(0, most);
}

/** A name has few words and only letters, and every word of it was said: it goes into the records and into prompts. */
function spokenName(name: string | null, said: string): string | null {
  const text = plain(name ?? '');
  if (text.length > 60 || !/^\p{L}[\p{L}\p{M}.'’-]*( \p{L}[\p{L}\p{M}.'’-]*){0,3}$/u.test(text)) return null;
  const spoken = said.toLowerCase();
  return text.split(' ').every((word) => spoken.includes(word.toLowerCase())) ? text : null;
}

function languageTag(tag: string | null): string | null {
  if (tag === null || tag.length > 20) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

const plain = (text: string) => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
