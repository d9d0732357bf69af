import { complaints } from './complaints.ts';
import { courtesies } from './courtesies.ts';
import type { FeltClause } from './felt-clauses.ts';
import { withIdioms, worthOf } from './lexicon.ts';
import { compiled } from './pattern.ts';
import { praise } from './praise.ts';

/** What is found first, is taken: "no complaints" is praise before it can be a complaint. */
const remarks = [...courtesies, ...praise, ...complaints].flatMap(compiled);
/** Stands in a clause where a remark of that worth stood. */
const TAKEN = '=';

/** What is asked is hardly felt: "Is the quality good?" A complaint stays one, however it is put. */
const ASKED = 0.25;
/** "Not good" is nearly as much as "bad", and "not rude" much less than "kind". */
const DENIED_PRAISE = -0.9;
const DENIED_BLAME = -0.5;
/** How far "not" reaches, in words. */
const REACH = 4;

/** What the words and remarks of a clause are worth together. */
export function worthOfClause({ words, isQuestion }: FeltClause): number {
  const said = remarks.reduce(
    (text, { worth, finds }) => text.replace(finds, `${TAKEN}${worth} `),
    words.map((word) => `${word} `).join(''),
  );
  const tokens = withIdioms(said).trim().split(' ');
  return tokens.reduce((sum, token, at) => {
    if (!token.startsWith(TAKEN)) return sum + wordWorth(tokens, at) * (isQuestion ? ASKED : 1);
    const worth = Number(token.slice(TAKEN.length));
    const meant = isRemarkDenied(tokens, at) ? denied(worth) : worth;
    return sum + (meant > 0 && isQuestion ? meant * ASKED : meant);
  }, 0);
}

const denied = (worth: number) => worth * (worth > 0 ? DENIED_PRAISE : DENIED_BLAME);

function wordWorth(tokens: readonly string[], at: number): number {
  const worth = worthOf(tokens[at] ?? '');
  if (worth === 0) return 0;
  const strength =
    degree(tokens[at - 1]) * (tokens[at + 1] === 'a' && tokens[at + 2] === 'lot' ? STRONGER : 1);
  return isDenied(tokens, at) ? denied(worth) : worth * strength;
}

const STRONGER = 1.4;
const WEAKER = 0.6;
const degree = (word = '') => (INTENSIFIERS.has(word) ? STRONGER : DAMPENERS.has(word) ? WEAKER : 1);
const INTENSIFIERS = new Set(
  `very really so too extremely absolutely totally completely highly such most quite truly utterly deeply genuinely fully
   particularly incredibly super damn real pretty bahut ekdum bilkul itna itni itne kaafi`.split(/\s+/u),
);
const DAMPENERS = new Set('bit little slightly somewhat fairly thoda thodi'.split(' '));

/** "Not a waste of time": denials within a remark belong to it already. */
function isRemarkDenied(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1] ?? '';
  return DENIALS.has(before === 'a' ? (tokens[at - 2] ?? '') : before);
}

/** Whether a "not" before the word, or a Hindi one after it, takes it back. */
function isDenied(tokens: readonly string[], at: number): boolean {
  if (tokens.slice(at + 1, at + 3).includes('nahi')) return true;
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const word = tokens[before] ?? '';
    if (DENIALS.has(word)) return true;
    if (STARTS_AFRESH.has(word) || word.startsWith(TAKEN)) return false;
    if (worthOf(word) !== 0 && tokens[before + 1] !== 'or' && tokens[before + 1] !== 'and') return false;
  }
  return false;
}

const DENIALS = new Set('not no never without neither nor hardly barely nothing nobody nahi'.split(' '));
const STARTS_AFRESH = new Set('i we you they because just only so that who it is'.split(' '));
