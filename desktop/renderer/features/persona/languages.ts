/** BCP 47. `Gather` recognises these of what callers say (docs.vobiz.ai, "Gather"). */
const RECOGNISED = ['en-IN', 'en-US', 'en-GB'];
const INDIAN = ['hi-IN', 'ta-IN', 'te-IN', 'kn-IN', 'ml-IN', 'mr-IN', 'gu-IN', 'bn-IN', 'pa-IN'];

/** `Speak`'s published table has these of what our tenants' callers understand (docs.vobiz.ai, "Speak"). */
const VOICED = ['en-US', 'en-GB', 'en-AU'];

type Choice = { value: string; label: string };

/** Whether Vobiz itself recognises what callers say in it. */
export const isRecognised = (tag: string): boolean => RECOGNISED.includes(tag);

/** Whether Vobiz's published table of voices has it. */
export const isVoiced = (tag: string): boolean => VOICED.includes(tag);

/** What to choose a voice's language from: those of Vobiz's table, and those that aren't in it. */
export function voiceChoices(
  current: string | null,
  consoleLanguage: string,
): { documented: Choice[]; undocumented: Choice[] } {
  const undocumented = ['en-IN', ...INDIAN];
  const isListed = current === null || [...VOICED, ...undocumented].includes(current);
  return {
    documented: choicesOf(VOICED, consoleLanguage),
    undocumented: choicesOf(isListed ? undocumented : [...undocumented, current], consoleLanguage),
  };
}

const choicesOf = (tags: readonly string[], consoleLanguage: string): Choice[] =>
  tags.map((tag) => ({ value: tag, label: `${languageName(tag, consoleLanguage)} – ${tag}` }));

/** A language in the console's own words, as "Hindi (India)". */
export function languageName(tag: string, consoleLanguage: string): string {
  const names = new Intl.DisplayNames(consoleLanguage, { type: 'language', languageDisplay: 'standard' });
  return names.of(tag) ?? tag;
}

/** What to choose a language from; others can be set over GraphQL, and stay. */
export function languageChoices(
  current: string,
  consoleLanguage: string,
): { recognised: Choice[]; transcribed: Choice[] } {
  const isListed = [...RECOGNISED, ...INDIAN].includes(current);
  return {
    recognised: choicesOf(RECOGNISED, consoleLanguage),
    transcribed: choicesOf(isListed ? INDIAN : [...INDIAN, current], consoleLanguage),
  };
}
