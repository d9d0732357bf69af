import { remembered } from '../../../infra/remembered.ts';

/** Those of the languages that `Gather` recognises which our tenants' callers speak (docs.vobiz.ai, "Gather"). */
const RECOGNISED = ['en-IN', 'en-US', 'en-GB'];

/** A persona's language as `Speak` names it, such as hi-IN; en-US, the element's own default, where it is no language. */
export function spokenLanguage(tag: string): string {
  return locale(tag) ?? 'en-US';
}

/**
 * Whether callers of that persona speak a language that only a recording can be made of: one other than English, of
 * which `Gather` knows more than we list.
 */
export function isUnheard(tag: string): boolean {
  const spoken = locale(tag);
  return spoken !== undefined && !spoken.startsWith('en-');
}

/** The language in which `Gather` listens to callers of that persona: its own, or else en-IN. */
export function heardLanguage(tag: string): string {
  return RECOGNISED.find((language) => language === locale(tag)) ?? 'en-IN';
}

/** The language and the country in which it is most spoken, unless the tag names one. */
const locale = (tag: string): string | undefined => localeOf(tag) || undefined;

const localeOf = remembered((tag) => {
  try {
    const { language, region } = new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize();
    return region && language.length <= 3 ? `${language}-${region}` : '';
  } catch {
    return '';
  }
});
