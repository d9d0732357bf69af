import { groups } from './groups.ts';
import type { Clause, Word } from './words.ts';

/** One word of a phrase. */
type Step = {
  fits(word: Word): boolean;
  mayBeMissing: boolean;
  /** How many other words may come before it. */
  gap: number;
};
/** What a phrase looks for, and whether it must begin or end the clause. */
export type Pattern = { steps: readonly Step[]; begins: boolean; ends: boolean };

/** How many words "…" leaves out at most. */
const GAP = 4;

/**
 * Reads a phrase. `a|b` are words, as spoken or in their basic form; `<visit>` is a group of them (intent-groups.ts);
 * `begin*` begins so; `word?` may be missing; `~word` fits also where the sentence denies it; `…` leaves out up to
 * four words; `^` and `$` are the ends of the clause.
 */
export function pattern(phrase: string): Pattern {
  let gap = 0;
  const items = phrase.split(' ');
  const steps = items.flatMap((item) => {
    if (item === '^' || item === '$') return [];
    if (item === '…') {
      gap = GAP;
      return [];
    }
    const step = { ...wordStep(item), gap };
    gap = 0;
    return [step];
  });
  return { steps, begins: items[0] === '^', ends: items.at(-1) === '$' };
}

function wordStep(item: string): Omit<Step, 'gap'> {
  const fitsDenied = item.startsWith('~');
  const choices = item
    .replace(/^~|\?$/gu, '')
    .replace(/<(\w+)>/gu, (_, name: keyof typeof groups) => groups[name])
    .split('|');
  const whole = new Set(choices.filter((choice) => !choice.endsWith('*')));
  const beginnings = choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1));
  return {
    mayBeMissing: item.endsWith('?'),
    fits: ({ text, lemma, isNegated }) =>
      (fitsDenied || !isNegated) &&
      (whole.has(lemma) || whole.has(text) || beginnings.some((beginning) => text.startsWith(beginning))),
  };
}

/** Whether the phrase stands anywhere in the clause. */
export function stands(phrase: Pattern, clause: Clause): boolean {
  if (phrase.begins) return fitsAt(phrase, 0, clause, 0);
  return clause.some((_, at) => fitsAt(phrase, 0, clause, at));
}

function fitsAt(phrase: Pattern, step: number, clause: Clause, at: number): boolean {
  const next = phrase.steps[step];
  if (!next) return !phrase.ends || at === clause.length;
  const gap = step === 0 ? 0 : next.gap;
  for (let word = at; word <= at + gap; word += 1) {
    const candidate = clause[word];
    if (candidate && next.fits(candidate) && fitsAt(phrase, step + 1, clause, word + 1)) return true;
  }
  return next.mayBeMissing && fitsAt(phrase, step + 1, clause, at);
}
