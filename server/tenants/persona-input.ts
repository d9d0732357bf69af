import { type TextRules, typedText } from '../infra/typed-text.ts';
import { readLanguage } from './locale.ts';

/** What makes a persona, without its version. */
export type PersonaText = {
  agentName: string;
  greeting: string;
  instructions: string;
  facts: string;
  language: string;
  noSpeechMessage: string;
};

/** What is left out stays as it is. */
export type PersonaChange = { [Field in keyof PersonaText]?: string | null | undefined };

/** Spoken texts fit into a reply (budgets.ts); written ones fit into a model's room beside the call. */
const RULES: Record<Exclude<keyof PersonaText, 'language'>, TextRules> = {
  agentName: { what: 'The name', most: 80, isOneLine: true },
  greeting: { what: 'The greeting', most: 600, isOneLine: true },
  noSpeechMessage: { what: 'The message after silence', most: 600, isOneLine: true },
  instructions: { what: 'The text of the instructions', most: 20_000 },
  facts: { what: 'The text of the facts', most: 20_000, mayBeEmpty: true },
};

/**
 * A persona with changes made to it.
 * @throws AppError BAD_USER_INPUT naming the field
 */
export function changedPersona(persona: PersonaText, change: PersonaChange): PersonaText {
  const { agentName, greeting, instructions, facts, language, noSpeechMessage } = change;
  const text = (field: keyof typeof RULES, typed: string | null | undefined) =>
    typed === undefined ? persona[field] : typedText(field, typed, RULES[field]);
  return {
    agentName: text('agentName', agentName),
    greeting: text('greeting', greeting),
    instructions: text('instructions', instructions),
    facts: text('facts', facts),
    language: language === undefined ? persona.language : readLanguage(language),
    noSpeechMessage: text('noSpeechMessage', noSpeechMessage),
  };
}

/** Whether nothing would change for a caller. */
export const isSamePersona = (one: PersonaText, other: PersonaText): boolean =>
  FIELDS.every((field) => one[field] === other[field]);

const FIELDS = ['agentName', 'greeting', 'instructions', 'facts', 'language', 'noSpeechMessage'] as const;
