import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { hi } from './hi/index.ts';

export const LANGUAGES = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'kaivox.language';

/** The person's choice; else the browser's language where there is a catalogue for it. */
function preferred(): Language {
  const candidates = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const known = candidates.find((tag) => tag !== null && tag in LANGUAGES);
  return (known as Language | undefined) ?? 'en';
}

export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  resources: { en, hi },
  lng: preferred(),
  fallbackLng: 'en',
  ns: Object.keys(en),
  defaultNS: 'common',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18n.language;

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}
