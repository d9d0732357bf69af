import { CODE, isCommand, isStageDirection, maybeCommand, maybeStageDirection } from './machine-words.ts';

/** What is to become of the beginning of a text. */
export type Verdict =
  | { is: 'spoken' | 'unspoken'; length: number }
  /** All of it up to a mark. */
  | { is: 'hidden'; length: number; end: RegExp }
  | { is: 'json' }
  | { is: 'not known yet' }
  /** The text ends within what isn't spoken. */
  | { is: 'cut' };

const WAIT: Verdict = { is: 'not known yet' };
const CUT: Verdict = { is: 'cut' };
const spoken = (length = 1): Verdict => ({ is: 'spoken', length });
const waitOr = (isWhole: boolean, otherwise: Verdict): Verdict => (isWhole ? otherwise : WAIT);

/**
 * What stands in brackets, stars and fences: commands, stage directions, JSON, code.
 * @param before the last characters before it
 * @param isWhole nothing follows
 * @returns undefined where the text begins with no such mark
 */
export function verdictOnMark(text: string, before: string, isWhole: boolean): Verdict | undefined {
  switch (text.charAt(0)) {
    case '{':
      return object(text, isWhole);
    case '[':
      return square(text, isWhole);
    case '(':
      return direction(text, /^\(([^()\n]{0,90})\)/u, isWhole);
    case '*':
      return stars(text, before, isWhole);
    case '`':
      return fence(text, isWhole);
    case '【':
      return { is: 'hidden', length: 1, end: /】/u };
    case '◁':
      if (text.length < 7 && '◁think▷'.startsWith(text)) return waitOr(isWhole, CUT);
      return text.startsWith('◁think▷') ? { is: 'hidden', length: 7, end: /◁\/think▷/u } : spoken();
    default:
      return undefined;
  }
}

function object(text: string, isWhole: boolean): Verdict {
  if (/^\{\s{0,40}(?:[a-z_]\w{0,30}\s{0,8})?$/iu.test(text)) return waitOr(isWhole, spoken());
  return /^\{\s{0,40}(?:["'}]|[a-z_]\w{0,30}\s{0,8}:)/iu.test(text) ? { is: 'json' } : spoken();
}

function square(text: string, isWhole: boolean): Verdict {
  if (/^\[\s{0,40}\{?\s{0,40}$/u.test(text)) return waitOr(isWhole, spoken());
  if (/^\[\s{0,40}(?:\{\s{0,40}["'}]|")/u.test(text)) return { is: 'json' };
  const [all, inside = ''] = /^\[([^[\]\n]{0,120})\]/u.exec(text) ?? [];
  if (all === undefined) {
    if (!/^\[[^[\]\n]{0,120}$/u.test(text)) return spoken();
    const begun = text.slice(1);
    return waitOr(isWhole, maybeCommand(begun) || maybeStageDirection(begun) ? CUT : spoken());
  }
  if (/^THINK$|^THOUGHT$/u.test(inside))
    return { is: 'hidden', length: all.length, end: /\[\/(?:THINK|THOUGHT)\]/u };
  if (all.length === text.length && !isWhole) return WAIT;
  // A link keeps its words.
  const isLink = text.charAt(all.length) === '(';
  return !isLink && (isCommand(inside) || isStageDirection(inside))
    ? { is: 'unspoken', length: all.length }
    : spoken();
}

/** @param closed what stands in brackets of that kind, or between stars */
function direction(text: string, closed: RegExp, isWhole: boolean): Verdict {
  const [all, inside = ''] = closed.exec(text) ?? [];
  if (all !== undefined) return isStageDirection(inside) ? { is: 'unspoken', length: all.length } : spoken();
  const begun = /^(?:\(|\*{1,3})([\p{L}\p{M}\p{N} ,.'-]{0,90})$/u.exec(text)?.[1];
  if (begun === undefined) return spoken();
  return waitOr(isWhole, maybeStageDirection(begun) ? CUT : spoken());
}

function stars(text: string, before: string, isWhole: boolean): Verdict {
  const { length } = /^\*{1,100}/u.exec(text)?.[0] ?? '';
  const next = text.charAt(length);
  if (next === '' && length < 100) return waitOr(isWhole, spoken(length));
  // What follows a word closes an emphasis, and what stands before a space is a star.
  const opens = length <= 3 && /\p{L}/u.test(next) && !/[\p{L}\p{M}\p{N}]$/u.test(before);
  return opens ? direction(text, /^\*{1,3}([^*\n]{1,90})\*{1,3}/u, isWhole) : spoken(length);
}

function fence(text: string, isWhole: boolean): Verdict {
  const [all, ticks = '', language = ''] = /^(`{1,100})([\w+-]{0,20})/u.exec(text) ?? [''];
  if (all.length === text.length && ticks.length < 100 && language.length < 20)
    return waitOr(isWhole, spoken(ticks.length));
  const isCode = ticks.length >= 3 && text.charAt(all.length) === '\n' && CODE.test(language);
  return isCode ? { is: 'hidden', length: ticks.length, end: /```/u } : spoken(ticks.length);
}
