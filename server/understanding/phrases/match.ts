import type { Phrase, Said, Step, WordTest } from './phrase.ts';

/** One attempt: states that were found to lead nowhere are remembered, so that no step is tried twice at one word. */
type Attempt = { phrase: Phrase; words: readonly Said[]; failed: Set<number> | undefined };

/**
 * Where the phrase ends that begins with the word `at`; undefined where it doesn't stand there. Of several ways, the
 * one that leaves out the fewest words and takes the first optional ones. What it costs is bounded by the phrase, not
 * by the text.
 */
export function endOfMatch(phrase: Phrase, words: readonly Said[], at: number): number | undefined {
  if (phrase.begins && at > 0) return undefined;
  const [first] = phrase.steps;
  const here = words[at];
  // Most phrases stand nowhere, and are out at their first word.
  if (
    first &&
    here &&
    !first.mayBeMissing &&
    first.rows.length === 0 &&
    !fits(first.word, here, first.fitsDenied)
  )
    return undefined;
  return endFrom({ phrase, words, failed: phrase.isFlexible ? new Set() : undefined }, 0, at);
}

function endFrom(attempt: Attempt, step: number, word: number): number | undefined {
  const { phrase, words, failed } = attempt;
  const next = phrase.steps[step];
  if (!next) return !phrase.ends || word === words.length ? word : undefined;
  const state = word * phrase.steps.length + step;
  if (failed?.has(state)) return undefined;
  const end = endWith(attempt, next, step, word);
  if (end !== undefined) return end;
  const without = next.mayBeMissing ? endFrom(attempt, step + 1, word) : undefined;
  if (without === undefined) failed?.add(state);
  return without;
}

/** Where the phrase ends if this step takes a word, here or behind a gap. */
function endWith(attempt: Attempt, next: Step, step: number, from: number): number | undefined {
  const { phrase, words } = attempt;
  const last = step === 0 ? from : from + next.gap;
  for (let word = from; word <= last; word += 1) {
    const here = words[word];
    if (!here) return undefined;
    if (fits(next.word, here, next.fitsDenied)) {
      const end = endFrom(attempt, step + 1, word + 1);
      if (end !== undefined) return end;
    }
    for (const row of next.rows) {
      const end = standsAt(row, words, word, next.fitsDenied)
        ? endFrom(attempt, step + 1, word + row.length)
        : undefined;
      if (end !== undefined) return end;
    }
    if (phrase.gapEndsAt.has(here.text)) return undefined;
  }
  return undefined;
}

const standsAt = (
  row: readonly WordTest[],
  words: readonly Said[],
  at: number,
  fitsDenied: boolean,
): boolean =>
  row.every((test, index) => {
    const word = words[at + index];
    return word !== undefined && fits(test, word, fitsDenied);
  });

const fits = ({ whole, beginnings, isNumber }: WordTest, word: Said, fitsDenied: boolean): boolean =>
  (fitsDenied || !word.isNegated) &&
  (whole.has(word.text) ||
    whole.has(word.lemma) ||
    (beginnings.length > 0 && beginnings.some((beginning) => word.text.startsWith(beginning))) ||
    (isNumber && /^\d+$/u.test(word.text)));
