import type { Rule } from '../phrases/data.ts';
import { groups } from '../phrases/languages.ts';
import type { Said, Usage } from '../phrases/phrase.ts';
import { type PhraseBook, phraseBook, standsIn } from '../phrases/phrase-book.ts';
import { plainText } from '../text/spellings.ts';

/** The rules of one data file; `file` is named when one of their phrases is refused. */
export type RuleFile<Name extends string> = { file: string; rules: Readonly<Partial<Record<Name, Rule>>> };
export type CompiledRule = { phrases: PhraseBook; unless: PhraseBook };

const usage: Usage = {
  groups,
  written: plainText,
  knowsDenials: true,
  gapEndsAt: new Set(),
  isClosing: false,
};

/**
 * Reads one rule, as all files together say it.
 * @throws Error that names the file and the phrase which can't be read, stands twice or could never be found
 */
export function compiledRule<Name extends string>(
  name: Name,
  files: readonly RuleFile<Name>[],
): CompiledRule {
  const bookOf = (kind: keyof Rule) =>
    phraseBook(
      files.map(({ file, rules }) => ({ file, phrases: rules[name]?.[kind] ?? [] })),
      usage,
    );
  return { phrases: bookOf('phrases'), unless: bookOf('unless') };
}

/**
 * Whether a clause says what a rule looks for.
 * @param forUnless the clause as what makes it something else is looked for in it
 */
export const holds = (rule: CompiledRule, clause: readonly Said[], forUnless = clause): boolean =>
  standsIn(rule.phrases, clause) && !standsIn(rule.unless, forUnless);
