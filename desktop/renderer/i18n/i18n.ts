import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';

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

/** Resolves once every word of the person's language is there. */
export async function startLanguage(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: { en },
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(en),
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  await show(preferred());
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await show(language);
}

/** Other languages than English, the source, are loaded by those who read them. */
async function show(language: Language): Promise<void> {
  if (language !== 'en' && !i18n.hasResourceBundle(language, 'common')) {
    const { hi } = await import('./hi/index.ts');
    for (const [screen, words] of Object.entries(hi)) i18n.addResourceBundle(language, screen, words);
  }
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}
