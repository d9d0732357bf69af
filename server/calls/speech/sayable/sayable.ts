import { KEY, PRESSING } from '../plain-speech.ts';
import { addresses } from './addresses.ts';
import { dates, range } from './dates.ts';
import { countedMoney, money } from './money.ts';
import type { Rule, Tongue } from './rule.ts';
import { telephone } from './telephone.ts';
import { times } from './times.ts';

const RULES: readonly Rule[] = [...addresses, money, countedMoney, ...dates, ...telephone, ...times, range];

/** Where none of these stands, a text is said as it is written. */
const UNSAYABLE = /[\d₹*#@]|[\p{L}\p{N}]\.\p{L}|[-–—]/u;
/** How much a rule may look back on. */
const BEFORE = 24;
/** A part of something longer begins nothing: a number after "12-", a word after "x_". */
const WITHIN = /[\p{L}\p{M}\p{N}_@]$|\d[-/.,:–]$|[\p{L}_@][-/.]$/u;

/**
 * A text as a person says it: telephone numbers digit by digit, amounts, times, dates, ranges and web addresses in
 * words. In English and Hindi; other languages, and what can't be said well, are left as they were. Pure, and linear.
 * @param language in which it is spoken, BCP 47
 */
export function sayable(text: string, language: string): string {
  if (!/^(?:en|hi)\b/iu.test(language.trim()) || !UNSAYABLE.test(text)) return text;
  const tongue: Tongue = /\p{Script=Devanagari}/u.test(text) ? 'hi' : 'en';
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const before = text.slice(Math.max(0, at - BEFORE), at);
    const [said, length] =
      (WITHIN.test(before) ? undefined : saidAt(text, at, tongue, before)) ?? asWritten(text, at);
    parts.push(said);
    at += length;
  }
  return keysSaid(parts.join(''), tongue);
}

function saidAt(text: string, at: number, tongue: Tongue, before: string): [string, number] | undefined {
  if (!/[\p{L}\p{N}₹+(]/u.test(text.charAt(at))) return undefined;
  for (const { pattern, say } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const said = match ? say(match, tongue, before) : undefined;
    if (match && said !== undefined) return [said, match[0].length];
  }
  return undefined;
}

const WORD = /[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_₹+(]+|./suy;

function asWritten(text: string, at: number): [string, number] {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? text.charAt(at);
  return [word, word.length];
}

const KEYS = { en: { '*': 'star', '#': 'hash' }, hi: { '*': 'स्टार', '#': 'हैश' } } as const;

const keysSaid = (text: string, tongue: Tongue): string =>
  PRESSING.test(text) ? text.replace(KEY, (_, key: '*' | '#') => KEYS[tongue][key]) : text;
