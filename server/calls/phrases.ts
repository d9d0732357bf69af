/** What is said when no model writes: short, plain, and rarely the same twice running. */

const pick = (phrases: readonly string[], index: number): string => phrases.at(index % phrases.length) ?? '';

const FILLERS = [
  'One moment, please.',
  'Just checking that for you.',
  'Let me see.',
  'Thank you for waiting.',
];
/** Every other turn begins with another filler than the turn before. */
const FILLERS_A_TURN = 2;
const APOLOGIES = [
  'I am sorry, I had trouble with that. Could you please say it again?',
  'Sorry, something went wrong on my side. Could you please repeat that?',
];
const RE_PROMPTS = [
  "I'm sorry, I didn't hear you. Could you say that again?",
  'Are you still there? Please tell me how I can help.',
];

/** Bridges the wait for a slow reply to `turn`; `index` counts those already spoken in this turn. */
export const filler = (turn: number, index: number): string =>
  pick(FILLERS, (turn - 1) * FILLERS_A_TURN + index);

/** In place of a reply that failed; `turn` varies it. */
export const apology = (turn: number): string => pick(APOLOGIES, turn - 1);

/** After a silence; `silences` counts those in a row before this one. */
export const rePrompt = (silences: number): string => pick(RE_PROMPTS, silences);

export const farewell = (businessName: string): string => `Thank you for calling ${businessName}. Goodbye.`;

export const TOO_LONG =
  'I am sorry, I have to end this call here. Please call again if you need more help. Goodbye.';

/** Nobody should hear a line fall silent, whatever broke. */
export const BROKEN = 'I am sorry, we have a technical problem. Could you please say that again?';

export const RETIRED =
  'This number is no longer in use. Please look up the new number of the business you want to call. Goodbye.';

export const SUSPENDED = 'This number is not in service at the moment. Please try again later. Goodbye.';
