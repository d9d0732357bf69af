import { clausesOf } from '../../../understanding/intents/words.ts';
import { contentOf } from '../reading/content.ts';
import { whenIn } from '../reading/when.ts';
import type { Situation } from '../situation.ts';
import { type Finding, findFacts } from './search.ts';
import { termsOf } from './terms.ts';

/** What is known of the question, with what it leaves unsaid: "When is she there?", and during a booking "How much is it?" */
export function findFor({ facts, before, saying }: Situation): Finding {
  const { text, words } = saying;
  // "And Saturday?"
  const isDay = words.length <= 3 && saying.intents.includes('GENERAL') && whenIn(text) !== undefined;
  const intents = isDay ? (['OPENING_HOURS'] as const) : saying.intents;
  const alone = () => findFacts(facts, text, intents);
  const refersBack =
    /\b(?:she|he|her|him|his|they|them)\b/iu.test(text) ||
    (/\b(?:it|that|those)\b/iu.test(text) && !intents.includes('GENERAL'));
  const isOpen = intents.includes('PRICING') && termsOf(text).length === 0;
  if (!refersBack && !isOpen && (words.length > 2 || intents.includes('GENERAL'))) return alone();
  const context = before.open?.words ?? before.noted.at(-1)?.words ?? [before.lastSaying?.text ?? ''];
  const content = contentOf(clausesOf(context.join('. ').slice(0, 300)).flat());
  const found = findFacts(facts, `${content.join(' ')} ${text}`, intents);
  return found?.fit === 'about' || found?.fit === 'part' || refersBack ? found : alone();
}
