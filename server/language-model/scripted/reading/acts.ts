import { type Pattern, pattern, stands } from '../../../understanding/intents/pattern.ts';
import type { Rule } from '../../../understanding/intents/rule.ts';
import type { Clause } from '../../../understanding/intents/words.ts';
import { actsOfAsking } from './acts-of-asking.ts';
import { actsOfTalk } from './acts-of-talk.ts';

const rules = { ...actsOfTalk, ...actsOfAsking };
export type Act = keyof typeof rules;

const tests: readonly { act: Act; phrases: Pattern[]; unless: Pattern[] }[] = Object.entries<Rule>(rules).map(
  ([act, { phrases, unless = [] }]) => ({
    act: act as Act,
    phrases: phrases.map(pattern),
    unless: unless.map(pattern),
  }),
);

/** What somebody does by saying this, besides what they ask for. */
export function actsIn(clauses: readonly Clause[]): Set<Act> {
  const found = tests.filter(({ phrases, unless }) =>
    clauses.some(
      (clause) =>
        phrases.some((phrase) => stands(phrase, clause)) && !unless.some((phrase) => stands(phrase, clause)),
    ),
  );
  return new Set(found.map(({ act }) => act));
}
