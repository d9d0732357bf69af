import { smallWords } from '../phrases/languages.ts';
import type { FeltClause } from './felt-clauses.ts';
import { worthOf } from './lexicon.ts';
import { type Part, partsOf } from './remarks.ts';

/** What is asked is hardly felt: "Is the quality good?" A complaint stays one, however it is put. */
const ASKED = 0.25;
/** "Not good" is nearly as much as "bad", and "not rude" much less than "kind". */
const DENIED_PRAISE = -0.9;
const DENIED_BLAME = -0.5;
/** How far "not" reaches, in words. */
const REACH = 4;

/** What the words and remarks of a clause are worth together. */
export function worthOfClause({ words, isQuestion }: FeltClause): number {
  const parts = partsOf(words);
  return parts.reduce((sum, { worth }, at) => {
    if (worth === undefined) return sum + wordWorth(parts, at) * (isQuestion ? ASKED : 1);
    const meant = isRemarkDenied(parts, at) ? denied(worth) : worth;
    return sum + (meant > 0 && isQuestion ? meant * ASKED : meant);
  }, 0);
}

const denied = (worth: number) => worth * (worth > 0 ? DENIED_PRAISE : DENIED_BLAME);

function wordWorth(parts: readonly Part[], at: number): number {
  const worth = worthOf(textAt(parts, at));
  if (worth === 0) return 0;
  const isALot = textAt(parts, at + 1) === 'a' && textAt(parts, at + 2) === 'lot';
  const strength = degree(textAt(parts, at - 1)) * (isALot ? STRONGER : 1);
  return isDenied(parts, at) ? denied(worth) : worth * strength;
}

const textAt = (parts: readonly Part[], at: number): string => parts[at]?.text ?? '';

const STRONGER = 1.4;
const WEAKER = 0.6;
const degree = (word: string) => (INTENSIFIERS.has(word) ? STRONGER : DAMPENERS.has(word) ? WEAKER : 1);
const INTENSIFIERS = smallWords('intensifiers');
const DAMPENERS = smallWords('dampeners');

/** "Not a waste of time": denials within a remark belong to it already. */
function isRemarkDenied(parts: readonly Part[], at: number): boolean {
  const before = textAt(parts, at - 1);
  return DENIALS.has(before === 'a' ? textAt(parts, at - 2) : before);
}

/** Whether a "not" before the word, or a Hindi one after it, takes it back. */
function isDenied(parts: readonly Part[], at: number): boolean {
  if (parts.slice(at + 1, at + 3).some(({ text }) => TURNS_BACK.has(text))) return true;
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const word = textAt(parts, before);
    if (DENIALS.has(word)) return true;
    if (BEGINS_AFRESH.has(word) || parts[before]?.worth !== undefined) return false;
    const isJoined = /^(?:or|and)$/u.test(textAt(parts, before + 1));
    if (worthOf(word) !== 0 && !isJoined) return false;
  }
  return false;
}

const DENIALS = smallWords('denials');
const DENIES_BEFORE = smallWords('deniesBefore');
/** "Nahi" does, but "mat" forbids: "gussa mat ho" says nothing of a feeling. */
const TURNS_BACK = new Set([...DENIALS].filter((word) => DENIES_BEFORE.has(word)));
const BEGINS_AFRESH = smallWords('beginsAfresh');
