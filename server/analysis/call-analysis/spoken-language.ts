/** The scripts of India's languages. A caller's words in Latin letters may be in any of them, or in English. */
const SCRIPTS = [
  ['hi-IN', /\p{Script=Devanagari}/gu],
  ['bn-IN', /\p{Script=Bengali}/gu],
  ['ta-IN', /\p{Script=Tamil}/gu],
  ['te-IN', /\p{Script=Telugu}/gu],
  ['kn-IN', /\p{Script=Kannada}/gu],
  ['ml-IN', /\p{Script=Malayalam}/gu],
  ['gu-IN', /\p{Script=Gujarati}/gu],
  ['pa-IN', /\p{Script=Gurmukhi}/gu],
  ['ur-IN', /\p{Script=Arabic}/gu],
] as const;

/** The language that most of the words are written in, BCP 47; null where the letters don't tell. */
export function spokenLanguage(words: string): string | null {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const found = SCRIPTS.find(([, script]) => (words.match(script)?.length ?? 0) > letters / 2);
  return found?.[0] ?? null;
}
