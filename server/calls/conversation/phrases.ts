import { forEars } from '../speech/for-ears.ts';
import { hindi } from './phrases-hindi.ts';
import type { Wording } from './wording.ts';

/** What is said when no model writes, in one language: short, plain, and rarely the same twice running. */
export type Phrases = Omit<Wording, 'fillers' | 'apologies' | 'rePrompts'> & {
  /** Bridges the wait for a slow reply to `turn`; `index` counts those already spoken in this turn. */
  filler(turn: number, index: number): string;
  /** In place of a reply that failed; `turn` varies it. */
  apology(turn: number): string;
  /** After a silence; `silences` counts those in a row before this one. */
  rePrompt(silences: number): string;
};

const english: Wording = {
  fillers: ['One moment, please.', 'Just checking that for you.', 'Let me see.', 'Thank you for waiting.'],
  apologies: [
    'I am sorry, I had trouble with that. Could you please say it again?',
    'Sorry, something went wrong on my side. Could you please repeat that?',
  ],
  rePrompts: [
    "I'm sorry, I didn't hear you. Could you say that again?",
    'Are you still there? Please tell me how I can help.',
  ],
  farewell: (businessName) => `Thank you for calling ${businessName}. Goodbye.`,
  tooLong: 'I am sorry, I have to end this call here. Please call again if you need more help. Goodbye.',
  broken: 'I am sorry, we have a technical problem. Could you please say that again?',
  brokenAtAnswer: 'I am sorry, we have a technical problem. Please tell me how I can help you.',
  retired:
    'This number is no longer in use. Please look up the new number of the business you want to call. Goodbye.',
  busy: 'I am sorry, all our lines are busy at the moment. Please call again in a few minutes. Goodbye.',
  suspended: 'This number is not in service at the moment. Please try again later. Goodbye.',
};

/** Every other turn begins with another filler than the turn before. */
const FILLERS_A_TURN = 2;

const byLanguage: ReadonlyMap<string, Phrases> = new Map(
  Object.entries({ en: english, hi: hindi }).map(([language, wording]) => [language, phrasesOf(wording)]),
);

/** Our phrases in a language, or else in English. @param tag BCP 47, as hi-IN */
export function phrasesIn(tag: string): Phrases {
  const [language = ''] = tag.trim().toLowerCase().split(/[-_]/);
  return byLanguage.get(language) ?? phrasesOf(english);
}

function phrasesOf({ fillers, apologies, rePrompts, ...others }: Wording): Phrases {
  return {
    ...others,
    farewell: (businessName) => others.farewell(forEars(businessName)),
    filler: (turn, index) => pick(fillers, (turn - 1) * FILLERS_A_TURN + index),
    apology: (turn) => pick(apologies, turn - 1),
    rePrompt: (silences) => pick(rePrompts, silences),
  };
}

function pick(phrases: readonly string[], index: number): string {
  return phrases.at(index % phrases.length) ?? '';
}
