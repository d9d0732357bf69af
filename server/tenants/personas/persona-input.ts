import { isDeepStrictEqual } from 'node:util';
import { badInput } from '../../infra/app-error.ts';
import { type TextRules, typedText } from '../../infra/typed-text.ts';
import { readLanguage } from '../locale.ts';
import type { OpeningHours } from '../opening-hours/opening-hours.ts';
import { readOpeningHours } from '../opening-hours/opening-hours-input.ts';
import type { OutsideHours, Voice } from './persona.entity.ts';

/** What makes a persona, without its version. */
export type PersonaText = {
  agentName: string;
  greeting: string;
  instructions: string;
  facts: string;
  language: string;
  noSpeechMessage: string;
  hours: OpeningHours | null;
  outsideHours: OutsideHours;
  closedGreeting: string;
  voice: Voice;
  voiceLanguage: string | null;
};

/** What is left out stays as it is; hours that are null aren't stated any more, and a voice's language follows the persona's. */
export type PersonaChange = {
  [Field in keyof Omit<PersonaText, 'hours'>]?: PersonaText[Field] | null | undefined;
} & {
  hours?: unknown;
};

type TextField = Exclude<
  keyof PersonaText,
  'language' | 'hours' | 'outsideHours' | 'voice' | 'voiceLanguage'
>;

/** Spoken texts fit into a reply (budgets.ts); written ones fit into a model's room beside the call. */
const RULES: Record<TextField, TextRules> = {
  agentName: { what: 'The name', most: 80, isOneLine: true },
  greeting: { what: 'The greeting', most: 600, isOneLine: true },
  noSpeechMessage: { what: 'The message after silence', most: 600, isOneLine: true },
  closedGreeting: {
    what: 'The greeting outside opening hours',
    most: 600,
    isOneLine: true,
    mayBeEmpty: true,
  },
  instructions: { what: 'The text of the instructions', most: 20_000 },
  facts: { what: 'The text of the facts', most: 20_000, mayBeEmpty: true },
};

/**
 * A persona with changes made to it.
 * @throws AppError BAD_USER_INPUT naming the field
 */
export function changedPersona(persona: PersonaText, change: PersonaChange): PersonaText {
  const { language, hours, outsideHours, voice, voiceLanguage } = change;
  const text = (field: TextField) =>
    change[field] === undefined ? persona[field] : typedText(field, change[field], RULES[field]);
  if (outsideHours === null)
    throw badInput('outsideHours', "What happens outside opening hours can't be empty.");
  if (voice === null) throw badInput('voice', "The voice can't be empty.");
  return complete({
    agentName: text('agentName'),
    greeting: text('greeting'),
    instructions: text('instructions'),
    facts: text('facts'),
    language: language === undefined ? persona.language : readLanguage(language),
    noSpeechMessage: text('noSpeechMessage'),
    hours: hours === undefined ? persona.hours : readOpeningHours(hours),
    outsideHours: outsideHours ?? persona.outsideHours,
    closedGreeting: text('closedGreeting'),
    voice: voice ?? persona.voice,
    voiceLanguage: voiceLanguage === undefined ? persona.voiceLanguage : ownLanguage(voiceLanguage),
  });
}

const ownLanguage = (typed: string | null): string | null =>
  typed?.trim() ? readLanguage(typed, 'voiceLanguage') : null;

/** A caller outside opening hours whose greeting is empty would hear nothing: refused when the persona is saved. */
function complete(persona: PersonaText): PersonaText {
  if (persona.outsideHours === 'ANSWER' || persona.closedGreeting !== '') return persona;
  throw badInput('closedGreeting', "The greeting outside opening hours can't be empty.");
}

/** Whether nothing would change for a caller. */
export const isSamePersona = (one: PersonaText, other: PersonaText): boolean =>
  FIELDS.every((field) => isDeepStrictEqual(one[field], other[field]));

const FIELDS = [
  'agentName',
  'greeting',
  'instructions',
  'facts',
  'language',
  'noSpeechMessage',
  'hours',
  'outsideHours',
  'closedGreeting',
  'voice',
  'voiceLanguage',
] as const;
