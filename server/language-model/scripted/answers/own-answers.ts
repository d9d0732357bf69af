import type { Situation } from '../situation.ts';
import { type Answer, CANNOT_SEE_APPOINTMENTS } from './answer.ts';

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
      : { sentences: [say(CANNOT_SEE_APPOINTMENTS)], offer: 'MESSAGE' };
  if (acts.has('WHEN_WILL_YOU_CALL') && before.noted.length > 0) return only(say(ways.WHEN_CALLED));
  if (acts.has('WHAT_TIME_IS_IT')) return only(`It is ${localTime}.`);
  if (acts.has('CAN_YOU_HEAR')) return only(say(ways.HEAR));
  if (acts.has('HOW_ARE_YOU')) return only(say(ways.WELL));
  return undefined;
}
