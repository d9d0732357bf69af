import { isEnglishWord } from '../../../understanding/intents/words.ts';
import type { OpeningFacts } from '../../briefing.ts';
import { asksSomething, type Saying } from '../reading/saying.ts';
import type { Situation } from '../situation.ts';
import { type Answer, CANNOT_SEE_APPOINTMENTS } from './answer.ts';
import { clockWords } from './clock.ts';
import { ofHealth } from './health.ts';
import { asksForHours, hoursWords } from './hours.ts';
import { onlyMessages } from './only-messages.ts';
import { findFor } from './question.ts';
import type { Finding } from './search.ts';

const ways = {
  UNKNOWN: [
    'I am sorry, I do not know that.',
    'I am afraid I have no information about that.',
    'That is something I cannot answer, I am sorry.',
  ],
  PASS_ON: [
    'I am afraid I cannot help with that myself.',
    'I am sorry, that is more than I can answer myself.',
  ],
  NEAR: [
    'I do not have that exactly, but I can tell you this.',
    'I am not sure about exactly that. What I know is this.',
  ],
} as const;

/** What the business's facts say to a line; of a question that they don't answer, that it isn't known. */
export function fromFacts(situation: Situation): Answer | undefined {
  const { before, saying, spoken, localTime, isMedical, opening, say } = situation;
  if (opening?.takesOnlyMessages) return onlyMessages(situation);
  if (saying.acts.has('HAS_AN_APPOINTMENT') && !asksSomething(saying))
    return { sentences: [say(CANNOT_SEE_APPOINTMENTS)], offer: 'MESSAGE' };
  const health = isMedical ? ofHealth(situation) : undefined;
  const found = findFor(situation);
  // "I am pregnant" asks for no fact; "What should I eat before a scan?" may.
  const isForDoctor = saying.acts.has('ASKS_FOR_TREATMENT') || !asksSomething(saying);
  if (health && (isForDoctor || found?.fit !== 'about')) return health;
  const hours = opening && ofHours(saying, opening, found, say);
  if (hours) return hours;
  if (found) {
    const facts = found.facts.map(({ text }) => text);
    const isRepeat =
      facts.every((text) => spoken.at(-1)?.includes(text)) && saying.text === before.lastSaying?.text;
    if (isRepeat)
      return { sentences: [say(['As I said:', 'I can only repeat it:']), ...facts], offer: 'MESSAGE' };
    if (found.fit === 'near') return { sentences: [say(ways.NEAR), ...facts], offer: 'MESSAGE' };
    return { sentences: [...inAnEmergency(situation), ...clockWords(saying, localTime), ...facts] };
  }
  if (saying.acts.has('HAS_AN_APPOINTMENT'))
    return { sentences: [say(CANNOT_SEE_APPOINTMENTS)], offer: 'MESSAGE' };
  if (asksSomething(saying)) return { sentences: [say(ways.UNKNOWN)], offer: 'MESSAGE' };
  return isStory(saying) ? { sentences: [say(ways.PASS_ON)], offer: 'MESSAGE' } : undefined;
}

/** What the stated hours say, unless a fact says more of just that: when a doctor is there, or a laboratory open. */
function ofHours(
  saying: Saying,
  opening: OpeningFacts,
  found: Finding,
  say: Situation['say'],
): Answer | undefined {
  const hours = hoursWords(saying.text, opening);
  if (asksForHours(saying, opening)) return { sentences: hours };
  const isAnswered = found?.fit === 'about' || found?.fit === 'part';
  if (!saying.intents.includes('OPENING_HOURS') || isAnswered) return undefined;
  return { sentences: [say(ways.NEAR), ...hours], offer: 'MESSAGE' };
}

/** A caller who asks about emergencies may have one. */
const inAnEmergency = ({ isMedical, saying }: Situation): string[] =>
  isMedical && /emergenc|ambulance|casualty/iu.test(saying.text)
    ? ['In an emergency, please dial 112 or come in at once.']
    : [];

/** Long enough to mean something, though not to us. */
const isStory = ({ words }: Situation['saying']): boolean =>
  words.length >= 6 && words.filter(({ text }) => isEnglishWord(text)).length * 3 > words.length * 2;
