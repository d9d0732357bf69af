import { clausesOf, isEnglishWord } from './intent-words.ts';
import { clockWords } from './scripted-clock.ts';
import { contentOf } from './scripted-content.ts';
import type { offering } from './scripted-phrases.ts';
import { asksSomething } from './scripted-saying.ts';
import { type Finding, findFacts } from './scripted-search.ts';
import type { Situation } from './scripted-situation.ts';
import { termsOf } from './scripted-terms.ts';
import { whenIn } from './scripted-when.ts';

/** What is answered to a line, and what is offered with it. */
export type Answer = { sentences: readonly string[]; offer?: keyof typeof offering };

const ways = {
  MACHINE: [
    'I am an automated assistant, not a person.',
    'I am a computer program that answers the telephone here.',
    'No person, I am afraid: I am an automated assistant.',
  ],
  ONLY_HERE: [
    'I am sorry, I can only help with questions about our services and take messages.',
    'I cannot help with that. I answer questions about our services and take messages.',
  ],
  LANGUAGE: [
    'I am sorry, I can speak English only, though I understand a little Hindi.',
    'I can only answer in English, I am sorry.',
  ],
  NOT_CONFIRMED: [
    'It is not confirmed yet. I have only noted it, and a person will confirm it with you.',
    'Not yet: a person has to confirm it, and will call you.',
  ],
  NO_BOOK: [
    'I am sorry, I cannot see the appointments from here.',
    'I cannot look into the appointment book myself.',
  ],
  WHEN_CALLED: [
    'I cannot promise a time, but your message is passed on right away.',
    'I do not know the exact time, but they will have your message at once.',
  ],
  ABLE: [
    'I can answer questions about our services, and take a request for an appointment or a call back.',
    'I answer questions about our services, and note appointments and messages for our team.',
  ],
  SORRY: [
    'I am sorry that I am not more help.',
    'I am only an automated assistant, and I am sorry about the trouble.',
  ],
  HEAR: ['Yes, I can hear you.', 'Yes, I am here.', 'I can hear you well.'],
  WELL: ['I am well, thank you for asking.', 'All is well here, thank you.'],
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
  NO_ADVICE: [
    'I cannot give medical advice, but someone from our team can help you.',
    'That is a question for a doctor, and I cannot answer it myself.',
  ],
  UNWELL: [
    'I am sorry to hear that. If it is severe, please dial 112 or come in at once; otherwise a doctor can see you.',
    'I am sorry that you are not well. I cannot give medical advice, but a doctor can see you.',
  ],
  EXPECTING: ['Thank you for telling me. Our doctors will be glad to see you.', 'Thank you, I see.'],
} as const;

/** Answers of the receptionist about itself and the call. */
export function aboutTheCall({
  agentName,
  businessName,
  localTime,
  saying,
  before,
  after,
  say,
}: Situation): Answer | undefined {
  const { acts } = saying;
  const only = (sentence: string): Answer => ({ sentences: [sentence] });
  if (acts.has('PROBES')) return only(say(ways.ONLY_HERE));
  if (acts.has('INSULTS')) return { sentences: [say(ways.SORRY)], offer: 'MESSAGE' };
  if (acts.has('ASKS_WHAT_IT_DOES')) return only(say(ways.ABLE));
  if (acts.has('IS_IT_A_MACHINE')) return only(say(ways.MACHINE));
  if (acts.has('WHO_IS_IT')) return only(`This is ${agentName}, the automated assistant of ${businessName}.`);
  if (acts.has('OTHER_LANGUAGE')) return only(say(ways.LANGUAGE));
  if (acts.has('IS_IT_BOOKED'))
    return before.noted.length > 0 || after.open
      ? only(say(ways.NOT_CONFIRMED))
      : { sentences: [say(ways.NO_BOOK)], offer: 'MESSAGE' };
  if (acts.has('WHEN_WILL_YOU_CALL') && before.noted.length > 0) return only(say(ways.WHEN_CALLED));
  if (acts.has('WHAT_TIME_IS_IT')) return only(`It is ${localTime}.`);
  if (acts.has('CAN_YOU_HEAR')) return only(say(ways.HEAR));
  if (acts.has('HOW_ARE_YOU')) return only(say(ways.WELL));
  return undefined;
}

/** What the business's facts say to a line; of a question that they don't answer, that it isn't known. */
export function fromFacts(situation: Situation): Answer | undefined {
  const { before, saying, spoken, localTime, isMedical, say } = situation;
  if (saying.acts.has('HAS_AN_APPOINTMENT') && !asksSomething(saying))
    return { sentences: [say(ways.NO_BOOK)], offer: 'MESSAGE' };
  const health = isMedical ? ofHealth(situation) : undefined;
  const found = find(situation);
  // "I am pregnant" asks for no fact; "What should I eat before a scan?" may.
  const isForDoctor = saying.acts.has('ASKS_FOR_TREATMENT') || !asksSomething(saying);
  if (health && (isForDoctor || found?.fit !== 'about')) return health;
  if (found) {
    const told = found.facts.map(({ text }) => text);
    const isRepeat =
      told.every((text) => spoken.at(-1)?.includes(text)) && saying.text === before.lastSaying?.text;
    if (isRepeat)
      return { sentences: [say(['As I said:', 'I can only repeat it:']), ...told], offer: 'MESSAGE' };
    if (found.fit === 'near') return { sentences: [say(ways.NEAR), ...told], offer: 'MESSAGE' };
    return { sentences: [...inAnEmergency(situation), ...clockWords(saying, localTime), ...told] };
  }
  if (saying.acts.has('HAS_AN_APPOINTMENT')) return { sentences: [say(ways.NO_BOOK)], offer: 'MESSAGE' };
  if (asksSomething(saying)) return { sentences: [say(ways.UNKNOWN)], offer: 'MESSAGE' };
  return isStory(saying) ? { sentences: [say(ways.PASS_ON)], offer: 'MESSAGE' } : undefined;
}

/** Whoever asks about emergencies may have one. */
const inAnEmergency = ({ isMedical, saying }: Situation): string[] =>
  isMedical && /emergenc|ambulance|casualty/iu.test(saying.text)
    ? ['In an emergency, please dial 112 or come in at once.']
    : [];

/** Long enough to mean something, though not to us. */
const isStory = ({ words }: Situation['saying']): boolean =>
  words.length >= 6 && words.filter(({ text }) => isEnglishWord(text)).length * 3 > words.length * 2;

/** What is known of the question, with what it leaves unsaid: "When is she there?", and during a booking "How much is it?" */
function find({ facts, before, saying }: Situation): Finding {
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

/** Where a doctor should speak, the receptionist offers one. */
function ofHealth({ saying, say }: Situation): Answer | undefined {
  const { acts, intents } = saying;
  if (!intents.includes('GENERAL')) return undefined;
  if (acts.has('ASKS_FOR_TREATMENT') || acts.has('ASKS_ADVICE'))
    return { sentences: [say(ways.NO_ADVICE)], offer: 'MESSAGE' };
  if (asksSomething(saying)) return undefined;
  if (acts.has('UNWELL')) return { sentences: [say(ways.UNWELL)], offer: 'APPOINTMENT' };
  return acts.has('EXPECTING') ? { sentences: [say(ways.EXPECTING)], offer: 'APPOINTMENT' } : undefined;
}
