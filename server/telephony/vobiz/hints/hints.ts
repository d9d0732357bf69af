import type { TenantProfile } from '../../../tenants/tenant-directory.ts';
import { phrasesInFacts, phrasesInInstructions } from './hint-phrases.ts';

/** docs.vobiz.ai, "Gather": of the phrases, of the characters of each, and of all of them with their commas. */
const MOST_PHRASES = 500;
const MOST_IN_PHRASE = 100;
const MOST_IN_ALL = 10_000;

type Known = {
  name: TenantProfile['name'];
  persona: Pick<TenantProfile['persona'], 'agentName' | 'facts' | 'instructions'>;
};

/**
 * What recognition should expect of a business's callers, the surest first: the business and its receptionist, people,
 * services and places. Each once, without a comma, in English letters, within Vobiz's bounds.
 */
export function hintsFor({ name, persona: { agentName, facts, instructions } }: Known): string[] {
  const candidates = [
    ...named(name),
    ...named(agentName),
    ...phrasesInFacts(withoutAccents(facts)),
    ...phrasesInInstructions(withoutAccents(instructions)),
  ];
  const taken = new Map<string, string>();
  let length = 0;
  for (const phrase of candidates) {
    const key = phrase.toLowerCase();
    const withIt = length + (length === 0 ? 0 : 1) + phrase.length;
    if (taken.has(key) || phrase.length > MOST_IN_PHRASE || withIt > MOST_IN_ALL) continue;
    taken.set(key, phrase);
    length = withIt;
    if (taken.size === MOST_PHRASES) break;
  }
  return [...taken.values()];
}

/** A name as it was typed, as far as English letters write it. */
function named(typed: string): string[] {
  const name = withoutAccents(typed)
    .replace(/&/g, ' and ')
    .replace(/[^A-Za-z0-9 .'’-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[A-Za-z]{2}/.test(name) ? [name] : [];
}

/** Café is heard as Cafe. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])\p{M}+/gu, '')
    .normalize('NFC');

/** By the persona's version, of which the directory keeps one object as long as it remembers the tenant. */
const made = new WeakMap<TenantProfile['persona'], { name: string; hints: string }>();

/** The hints as `Gather` takes them; read out of the persona once, not for every webhook. */
export function hintsOf({ name, persona }: Pick<TenantProfile, 'name' | 'persona'>): string {
  const known = made.get(persona);
  if (known?.name === name) return known.hints;
  const hints = hintsFor({ name, persona }).join(',');
  made.set(persona, { name, hints });
  return hints;
}
