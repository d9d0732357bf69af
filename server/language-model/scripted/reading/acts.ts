import { compiledRule, holds } from '../../../understanding/intents/rules.ts';
import type { Clause } from '../../../understanding/intents/words.ts';
import { actsOfAsking } from './acts-of-asking.ts';
import { actsOfTalk } from './acts-of-talk.ts';

const rules = { ...actsOfTalk, ...actsOfAsking };
export type Act = keyof typeof rules;

const files = [
  { file: 'language-model/scripted/acts-of-talk.ts', rules: actsOfTalk },
  { file: 'language-model/scripted/acts-of-asking.ts', rules: actsOfAsking },
];
const tests = Object.keys(rules).map((act) => ({ act: act as Act, rule: compiledRule(act as Act, files) }));

/** What a caller does by saying this, besides what they ask for. */
export function actsIn(clauses: readonly Clause[]): Set<Act> {
  const found = tests.filter(({ rule }) => clauses.some((clause) => holds(rule, clause)));
  return new Set(found.map(({ act }) => act));
}
