import { anythingElse, howToHelp, offering } from './phrases.ts';
import { nameIn } from './reading/name.ts';
import { agrees, declines } from './reading/saying.ts';
import type { Situation } from './situation.ts';

const WELCOME = ['You are welcome.', 'My pleasure.', 'Happy to help.'];
const GO_AHEAD = ['Of course, please tell me.', 'Please go ahead.', 'Yes, I am listening.'];
const TAKE_TIME = ['Of course, take your time.', 'No hurry, I am here.'];
const HELLO = ['Hello, this is', 'Good to hear you. This is', 'Yes, hello. You are speaking to'];
const UNCLEAR = [
  'I am sorry, I did not quite understand that. Could you say it in other words?',
  'I am sorry, I still did not understand. I can answer questions about our services, or take a request for an appointment or a call back. Which would you like?',
];
const LIMITED = [
  'I am sorry, I am only an automated assistant and do not understand everything.',
  'I am sorry, I could not follow that.',
];
const FOREIGN = [
  'I am sorry, I understand English only, and a little Hindi.',
  'I am sorry, I do not understand that language.',
];

/** What is said to a line that asks for nothing, or that isn't understood. */
export function smallTalk(situation: Situation): string[] {
  const { agentName, businessName, saying, before, spoken, say } = situation;
  const { acts } = saying;
  if (acts.has('IS_WRONG_NUMBER')) return [`No problem. This is ${businessName}.`, say(anythingElse)];
  if (acts.has('WAIT')) return [say(TAKE_TIME)];
  if (acts.has('THANKS')) return [say(WELCOME), say(anythingElse)];
  const isHeard = acts.has('ACKNOWLEDGED');
  const isFree = before.isFree || spoken.length <= 1;
  if (acts.has('WANTS_HELP') || (isFree && agrees(saying) && !isHeard)) return [say(GO_AHEAD)];
  const name = nameIn(saying.text);
  if (name) return [`Thank you, ${name}.`, say(howToHelp)];
  if (acts.has('GREETING') && saying.words.length <= 6)
    return [`${say(HELLO)} ${agentName}.`, say(howToHelp)];
  if (saying.isNumber) return ['Thank you, I have heard the number.', say(offering.MESSAGE)];
  if (saying.keys) return ['There are no keys to press here, you can simply speak to me.', say(howToHelp)];
  if (isHeard || agrees(saying) || declines(saying))
    return ['All right.', say(spoken.length <= 1 ? howToHelp : anythingElse)];
  if (isForeign(saying.text)) return [say(FOREIGN), say(offering.MESSAGE)];
  const failures = spoken.filter((text) => UNCLEAR.some((way) => text.includes(way))).length;
  const unclear = UNCLEAR[failures];
  return unclear ? [unclear] : [say(LIMITED), say(offering.MESSAGE)];
}

/** Mostly in letters that neither English nor Hindi has. */
function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const ours = letters.filter((letter) => /[\p{Script=Latin}\p{Script=Devanagari}]/u.test(letter));
  return letters.length > 0 && ours.length * 2 < letters.length;
}
