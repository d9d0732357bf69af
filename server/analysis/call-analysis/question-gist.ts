import { clausesOf } from '../../understanding/intents/words.ts';

/** The words that matter, whatever stands around them: "Do you have parking?" and "Is there any parking" ask the same. */
export function gistOf(question: string): string {
  const words = clausesOf(question).flat();
  const telling = words.filter(({ isStop }) => !isStop);
  const lemmas = (telling.length > 0 ? telling : words).map(({ lemma }) =>
    lemma.replace(/(?<=\p{L}{4})ing$/u, ''),
  );
  return [...new Set(lemmas)].sort().join(' ').slice(0, 200);
}
