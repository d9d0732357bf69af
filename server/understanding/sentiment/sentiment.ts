import { scoreUtterance } from './utterance.ts';

export type SentimentLabel = 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE';
export type Sentiment = {
  label: SentimentLabel;
  /** −1 (furious) to 1 (delighted). */
  score: number;
  /** One score for each utterance, in the same order: the curve over the call. */
  perUtterance: number[];
};

/** Scores nearer to 0 are no feeling worth a name. */
const FELT = 0.3;
/** How much more the last utterance counts than the first: a call is remembered by how it ended. */
const ENDING = 0.5;

/** How a caller felt, by what the caller said, in English or Hindi, also mixed. Pure: the same words, the same score. */
export function scoreSentiment(utterances: readonly string[]): Sentiment {
  const perUtterance = utterances.map(scoreUtterance);
  const score = overall(perUtterance);
  return { label: labelOf(score), score, perUtterance };
}

/** What a score is called. */
function labelOf(score: number): SentimentLabel {
  if (score >= FELT) return 'POSITIVE';
  return score <= -FELT ? 'NEGATIVE' : 'NEUTRAL';
}

/** What is felt strongly counts; dates, names and numbers between it don't make an angry caller calm. */
function overall(scores: readonly number[]): number {
  const last = Math.max(1, scores.length - 1);
  const weights = scores.map((score, index) => Math.abs(score) * (1 + (ENDING * index) / last));
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (weight === 0) return 0;
  return scores.reduce((sum, score, index) => sum + score * (weights[index] ?? 0), 0) / weight;
}
