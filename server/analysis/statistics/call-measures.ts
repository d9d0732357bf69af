import { float8, type SqlType } from '../../infra/hot-statement.ts';
import { OUTCOMES, SENTIMENTS } from '../../language-model/analyst.ts';
import { INTENTS } from '../../understanding/intents/intents.ts';

const among = (condition: string) => `count(*) filter (where ${condition})`;
const sum = (value: string, condition = 'true') => `coalesce(sum(${value}) filter (where ${condition}), 0)`;
const byWord = <Word extends string>(words: readonly Word[], test: (word: Word) => string) =>
  Object.fromEntries(words.map((word) => [word.toLowerCase(), among(test(word))])) as Record<
    Lowercase<Word>,
    string
  >;

/**
 * What is counted, by its column in `call_quarters`: over calls `c`, each with its analysis `a` or none. All of it
 * adds up, so that numbers of quarters make those of days.
 */
const MEASURES = {
  calls: 'count(c.id)',
  completed: among(`c.status = 'COMPLETED'`),
  lost: among(`c.status = 'LOST'`),
  /** The caller said something, and the call ended as it should. */
  answered: among(`c.status = 'COMPLETED' and a.caller_lines > 0`),
  /** Broken off, or over without a word of the caller's. */
  missed: among(`c.status = 'LOST' or a.caller_lines = 0`),
  returning_callers: among('a.is_returning'),
  /** Of completed calls: when a lost one ended is a guess. */
  seconds: sum('c.duration_seconds', `c.status = 'COMPLETED'`),
  replies: sum('a.replies'),
  reply_ms: sum('a.reply_ms'),
  ...byWord(SENTIMENTS, (sentiment) => `a.sentiment = '${sentiment}'`),
  ...byWord(OUTCOMES, (outcome) => `a.outcome = '${outcome}'`),
  ...byWord(INTENTS, (intent) => `'${intent}' = any (a.intents)`),
};

export type Measure = keyof typeof MEASURES;
/** How many of each; the numbers of intents may add up to more than the calls. */
export type Counts = Record<Measure, number>;

export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

/** As their sums are read. */
export const SUMS = Object.fromEntries(MEASURE_NAMES.map((name) => [name, float8()])) as Record<
  Measure,
  SqlType<number>
>;

/** For a select over calls `c` and their analyses `a`. */
export const COUNTED = MEASURE_NAMES.map((name) => `${MEASURES[name]} as ${name}`).join(', ');
/** For a select over counts that are to be added up. */
export const ADDED_UP = MEASURE_NAMES.map((name) => `coalesce(sum(${name}), 0)::float8 as ${name}`).join(
  ', ',
);
export const COLUMNS = MEASURE_NAMES.join(', ');
