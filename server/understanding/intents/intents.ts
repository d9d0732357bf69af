import type { RuleName } from '../phrases/data.ts';
import { languages } from '../phrases/languages.ts';
import { standsIn } from '../phrases/phrase-book.ts';
import { compiledRule, holds } from './rules.ts';
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

const rulesOf: Readonly<Record<Intent, readonly RuleName[]>> = {
  EMERGENCY: [
    'emergency',
    'thisIsAnEmergency',
    'ambulance',
    'bleeding',
    'labor',
    'quietBaby',
    'unconscious',
    'breathing',
    'severePain',
    'accident',
    'selfHarm',
    'dying',
  ],
  SPEAK_TO_HUMAN: ['human'],
  COMPLAINT: ['complaint'],
  BOOK_APPOINTMENT: ['book', 'shift', 'anotherDate'],
  CANCEL_APPOINTMENT: ['cancel'],
  OPENING_HOURS: ['hours'],
  PRICING: ['prices'],
  LOCATION: ['place'],
  GENERAL: [],
};

/** "Aren't you open?" asks for the hours as well as "Are you open?". */
const ASKED: ReadonlySet<Intent> = new Set(['OPENING_HOURS', 'PRICING', 'LOCATION']);

const files = languages.flatMap(({ folder, rules: { emergencies, requests, appointments, questions } }) => [
  { file: `phrases/${folder}/emergencies.ts`, rules: emergencies },
  { file: `phrases/${folder}/requests.ts`, rules: requests },
  { file: `phrases/${folder}/appointments.ts`, rules: appointments },
  { file: `phrases/${folder}/questions.ts`, rules: questions },
]);
const tests = INTENTS.flatMap((intent) =>
  rulesOf[intent].map((name) => ({ intent, rule: compiledRule(name, files) })),
);
/** Of another time, or only supposed: "he had a heart attack last year". */
const notNow = compiledRule('notNow', files);

/**
 * What a caller wants who says this, the most urgent first; GENERAL where it is nothing else. Any text will do, in
 * English or in Hindi, also mixed. Takes less than a millisecond, once the language is loaded (`loadLanguage`).
 */
export function recogniseIntents(text: string): Intent[] {
  const clauses = clausesOf(text);
  const found = new Set(clauses.flatMap((clause) => intentsOf(clause)));
  return found.size === 0 ? ['GENERAL'] : INTENTS.filter((intent) => found.has(intent));
}

function intentsOf(clause: Clause): Intent[] {
  const affirmed = clause.map((word) => ({ ...word, isNegated: false }));
  const isOfNow = !standsIn(notNow.phrases, affirmed);
  return tests
    .filter(
      ({ intent, rule }) =>
        (isOfNow || intent !== 'EMERGENCY') && holds(rule, ASKED.has(intent) ? affirmed : clause, affirmed),
    )
    .map(({ intent }) => intent);
}
