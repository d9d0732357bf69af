/** BCP 47. `Gather` recognises these of what callers say (docs.vobiz.ai, "Gather"). */
const RECOGNISED = ['en-IN', 'en-US', 'en-GB'];
const INDIAN = ['hi-IN', 'ta-IN', 'te-IN', 'kn-IN', 'ml-IN', 'mr-IN', 'gu-IN', 'bn-IN', 'pa-IN'];

type Choice = { value: string; label: string };

/** Whether Vobiz itself recognises what callers say in it. */
export const isRecognised = (tag: string): boolean => RECOGNISED.includes(tag);

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
  const choices = (tags: readonly string[]) =>
    tags.map((tag) => ({ value: tag, label: `${languageName(tag, consoleLanguage)} – ${tag}` }));
  const isListed = [...RECOGNISED, ...INDIAN].includes(current);
  return {
    recognised: choices(RECOGNISED),
    transcribed: choices(isListed ? INDIAN : [...INDIAN, current]),
  };
}
