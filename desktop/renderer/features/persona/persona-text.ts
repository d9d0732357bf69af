/** What can be edited about a persona, in the order of the form. */
export const FIELDS = [
  'agentName',
  'language',
  'greeting',
  'noSpeechMessage',
  'facts',
  'instructions',
] as const;

export type Field = (typeof FIELDS)[number];
export type PersonaText = Record<Field, string>;

/** The most characters that the server takes. */
export const MOST: Record<Exclude<Field, 'language'>, number> = {
  agentName: 80,
  greeting: 600,
  noSpeechMessage: 600,
  facts: 20_000,
  instructions: 20_000,
};

export const isField = (name: string | undefined): name is Field => FIELDS.some((field) => field === name);

export const textOf = (persona: PersonaText): PersonaText => ({
  agentName: persona.agentName,
  language: persona.language,
  greeting: persona.greeting,
  noSpeechMessage: persona.noSpeechMessage,
  facts: persona.facts,
  instructions: persona.instructions,
});

export const changedFields = (before: PersonaText, after: PersonaText): Field[] =>
  FIELDS.filter((field) => before[field] !== after[field]);

/** Only what was changed, so that what somebody else changed meanwhile stays. */
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

/** BCP 47; others can be set over GraphQL. */
const LANGUAGES = [
  'en-IN',
  'hi-IN',
  'bn-IN',
  'gu-IN',
  'kn-IN',
  'ml-IN',
  'mr-IN',
  'or-IN',
  'pa-IN',
  'ta-IN',
  'te-IN',
  'ur-IN',
  'en-GB',
  'en-US',
] as const;

/** What to choose a language from, named in the console's own. */
export function languageChoices(
  current: string,
  consoleLanguage: string,
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(consoleLanguage, { type: 'language', languageDisplay: 'standard' });
  const tags = [...new Set([...LANGUAGES, current])];
  return tags.map((tag) => ({ value: tag, label: `${names.of(tag) ?? tag} – ${tag}` }));
}
