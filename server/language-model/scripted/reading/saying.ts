import { type Intent, recogniseIntents } from '../../../understanding/intents/intents.ts';
import { clausesOf, type Word } from '../../../understanding/intents/words.ts';
import { bounded } from '../../../understanding/text/normalise.ts';
import { OF_A_WISH } from '../../../understanding/text/spellings.ts';
import { type Act, actsIn } from './acts.ts';
import { takesLeave } from './farewell.ts';

/** What a caller's line is, before anything is known of the call. */
export type Saying = {
  /** In one line, bounded. */
  text: string;
  words: readonly Word[];
  intents: readonly Intent[];
  acts: ReadonlySet<Act>;
  isFarewell: boolean;
  /** The keys that were pressed instead of speaking. */
  keys: string | undefined;
  /** There is a telephone number in it. */
  isNumber: boolean;
};

const LONGEST = 300;
/** As many keys are a telephone number, fewer a choice. */
const TELEPHONE = 7;
const SAYS_A_NUMBER = /\d(?:[\s-]?\d){6,}/u;

const remembered = new Map<string, Saying>();
const MOST_REMEMBERED = 1_000;

/** Reads a caller's line. Remembered, since every turn of a call reads all of them again. */
export function readSaying(line: string): Saying {
  const kept = bounded(line, OF_A_WISH);
  const saying = remembered.get(kept) ?? read(kept);
  // What was read longest ago is forgotten first: one line more is no reason to read all calls again.
  remembered.delete(kept);
  remembered.set(kept, saying);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return saying;
}

function read(line: string): Saying {
  const text = line
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const keys = /^\[pressed ([\d*#]+)\]$/u.exec(text)?.[1];
  const clauses = clausesOf(keys ? '' : text);
  return {
    text: keys && keys.length >= TELEPHONE ? `My number is ${keys}.` : text.slice(0, LONGEST).toWellFormed(),
    words: clauses.flat(),
    intents: keys ? ['GENERAL'] : recogniseIntents(text),
    acts: actsIn(clauses),
    isFarewell: takesLeave(text),
    keys,
    isNumber: (keys?.length ?? 0) >= TELEPHONE || SAYS_A_NUMBER.test(text),
  };
}

/** "Yes", and nothing that goes elsewhere. */
export const agrees = ({ acts, intents }: Saying): boolean =>
  acts.has('YES') &&
  !acts.has('NO') &&
  !acts.has('WAIT') &&
  intents.every((intent) => !QUESTIONS.has(intent));

/** "No", and nothing that is asked for instead. */
export const declines = ({ acts, intents, words }: Saying): boolean =>
  acts.has('NO') && !acts.has('ASKS') && intents.includes('GENERAL') && words.length <= 8;

const QUESTIONS: ReadonlySet<Intent> = new Set(['OPENING_HOURS', 'PRICING', 'LOCATION']);

/** Courtesies and talk about the call itself, which say nothing of what the caller wants. */
export const isBesideThePoint = ({ acts }: Saying): boolean => BESIDE.some((act) => acts.has(act));

const BESIDE: readonly Act[] = [
  'IS_IT_A_MACHINE',
  'WHO_IS_IT',
  'SAY_AGAIN',
  'WAIT',
  'PROBES',
  'CAN_YOU_HEAR',
  'OTHER_LANGUAGE',
  'ASKS_WHY',
];

/** The line asks for something that is to be answered, whatever else it says. */
export const asksSomething = ({ acts, intents, text, words }: Saying): boolean =>
  acts.has('ASKS') ||
  (text.endsWith('?') && words.length > 2) ||
  intents.some((intent) => QUESTIONS.has(intent));
