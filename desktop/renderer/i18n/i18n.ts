import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { first } from './en/first.ts';
import type { Catalogue } from './en/index.ts';

export const LANGUAGES = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof LANGUAGES;

/** The words of the first page, and all of them: loaded by those who read the language. */
type Source = { first(): Promise<Partial<Catalogue>>; every(): Promise<Catalogue> };

const SOURCES: Record<Language, Source> = {
  en: {
    first: async () => first,
    every: async () => (await import('./en/index.ts')).en,
  },
  hi: {
    first: async () => (await import('./hi/first.ts')).first,
    every: async () => (await import('./hi/index.ts')).hi,
  },
};

const KEY = 'kaivox.language';

/** The person's choice; else the browser's language where there is a catalogue for it. */
function preferred(): Language {
  const candidates = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const known = candidates.find((tag) => tag !== null && tag in LANGUAGES);
  return (known as Language | undefined) ?? 'en';
}

export const i18n = i18next.createInstance();
let language: Language = 'en';
const complete = new Set<Language>();

/** Resolves once the first page's words are there in the person's language. */
export async function startLanguage(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: { en: first },
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(first),
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  const chosen = preferred();
  add(chosen, await SOURCES[chosen].first());
  await show(chosen);
}

/** Resolves once every screen's words are there. A screen that isn't the first page waits for it. */
export async function everyWord(of: Language = language): Promise<void> {
  if (complete.has(of)) return;
  add(of, await SOURCES[of].every());
  complete.add(of);
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(KEY, chosen);
  await everyWord(chosen);
  await show(chosen);
}

function add(to: Language, words: Partial<Catalogue>): void {
  for (const [screen, its] of Object.entries(words)) i18n.addResourceBundle(to, screen, its);
}

async function show(chosen: Language): Promise<void> {
  language = chosen;
  document.documentElement.lang = chosen;
  await i18n.changeLanguage(chosen);
}
