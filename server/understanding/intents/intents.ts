import { appointments } from './appointments.ts';
import { emergencies, notNow } from './emergency.ts';
import { type Pattern, pattern, stands } from './pattern.ts';
import { questions } from './questions.ts';
import { requests } from './requests.ts';
import type { Rule } from './rule.ts';
import { type Clause, clausesOf } from './words.ts';

/** What callers want, the most urgent first. */
export const INTENTS = [
  'EMERGENCY',
  'SPEAK_TO_HUMAN',
  'COMPLAINT',
  'BOOK_APPOINTMENT',
  'CANCEL_APPOINTMENT',
  'OPENING_HOURS',
  'PRICING',
  'LOCATION',
  'GENERAL',
] as const;
export type Intent = (typeof INTENTS)[number];

type Test = { intent: Intent; phrases: Pattern[]; unless: Pattern[]; isAsked: boolean };

const tests: readonly Test[] = [
  ...emergencies.map(({ phrases, unless = [] }) => ({
    intent: 'EMERGENCY' as const,
    ...compiled({ phrases, unless: [...unless, ...notNow] }),
    isAsked: false,
  })),
  ...[...requests, ...appointments].map(({ intent, ...rule }) => ({
    intent,
    ...compiled(rule),
    isAsked: false,
  })),
  // "Aren't you open?" asks for the hours as well as "Are you open?".
  ...questions.map(({ intent, ...rule }) => ({ intent, ...compiled(rule), isAsked: true })),
];

/**
 * What somebody wants who says this, the most urgent first; GENERAL where it is nothing else. Any text will do, in
 * English or in Hindi, also mixed. Takes less than a millisecond, once the language is loaded (`loadLanguage`).
 */
export function recogniseIntents(text: string): Intent[] {
  const clauses = clausesOf(text);
  const found = new Set(clauses.flatMap((clause) => intentsOf(clause)));
  return found.size === 0 ? ['GENERAL'] : INTENTS.filter((intent) => found.has(intent));
}

function intentsOf(clause: Clause): Intent[] {
  const affirmed = clause.map((word) => ({ ...word, isNegated: false }));
  return tests
    .filter(
      ({ phrases, unless, isAsked }) =>
        phrases.some((phrase) => stands(phrase, isAsked ? affirmed : clause)) &&
        !unless.some((phrase) => stands(phrase, affirmed)),
    )
    .map(({ intent }) => intent);
}

function compiled({ phrases, unless = [] }: Rule): Pick<Test, 'phrases' | 'unless'> {
  return { phrases: phrases.map(pattern), unless: unless.map(pattern) };
}
