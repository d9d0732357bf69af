import type { Voice } from '../../graphql/generated/graphql.ts';
import { type Hours, hoursOf, type OutsideHours } from './opening-hours/hours.ts';

/** What can be edited about a persona, in the order of the form. */
export const FIELDS = [
  'agentName',
  'language',
  'voice',
  'voiceLanguage',
  'greeting',
  'noSpeechMessage',
  'facts',
  'instructions',
  'hours',
  'outsideHours',
  'closedGreeting',
] as const;

export type Field = (typeof FIELDS)[number];
export type TextField = Exclude<Field, 'hours' | 'outsideHours' | 'voice' | 'voiceLanguage'>;
export type PersonaText = Record<TextField, string> & {
  hours: Hours | null;
  outsideHours: OutsideHours;
  voice: Voice;
  /** BCP 47; null where the voice speaks `language`. */
  voiceLanguage: string | null;
};

/** The most characters that the server takes. */
export const MOST: Record<Exclude<TextField, 'language'>, number> = {
  agentName: 80,
  greeting: 600,
  noSpeechMessage: 600,
  facts: 20_000,
  instructions: 20_000,
  closedGreeting: 600,
};

export const isField = (name: string | undefined): name is Field => FIELDS.some((field) => field === name);

export const textOf = (persona: PersonaText): PersonaText => ({
  agentName: persona.agentName,
  language: persona.language,
  voice: persona.voice,
  voiceLanguage: persona.voiceLanguage,
  greeting: persona.greeting,
  noSpeechMessage: persona.noSpeechMessage,
  facts: persona.facts,
  instructions: persona.instructions,
  hours: hoursOf(persona.hours),
  outsideHours: persona.outsideHours,
  closedGreeting: persona.closedGreeting,
});

export const isSame = (field: Field, one: PersonaText, other: PersonaText): boolean =>
  field === 'hours'
    ? JSON.stringify(hoursOf(one.hours)) === JSON.stringify(hoursOf(other.hours))
    : one[field] === other[field];

export const changedFields = (before: PersonaText, after: PersonaText): Field[] =>
  FIELDS.filter((field) => !isSame(field, before, after));

/** Only what the admin changed, so that what another user changed meanwhile stays. */
export const changesOf = (before: PersonaText, after: PersonaText): Partial<PersonaText> =>
  Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));

/** One fact a line. */
export const factsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Seconds that it takes to say a text aloud, at the pace of a telephone voice: about 14 characters a second. */
export const spokenSeconds = (text: string): number => Math.ceil(text.trim().length / 14);
