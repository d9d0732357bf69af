import type { Answer } from './answers/answer.ts';
import { fromFacts } from './answers/fact-answers.ts';
import { aboutTheCall } from './answers/own-answers.ts';
import { emergencyWords } from './emergency.ts';
import { anythingElse, dropped, howToHelp, offering } from './phrases.ts';
import { contentOf } from './reading/content.ts';
import { nameIn } from './reading/name.ts';
import { agrees, asksSomething, declines, type Saying } from './reading/saying.ts';
import { takeDown } from './request.ts';
import type { Situation } from './situation.ts';
import { smallTalk } from './talk.ts';

/** What the receptionist says next, sentence by sentence; never nothing, and never the same twice running. */
export function replyIn(situation: Situation): string[] {
  const reply = wordsIn(situation);
  const { spoken, say } = situation;
  return spoken.at(-1) === reply.join(' ') ? [...reply.slice(0, -1), say(offering.MESSAGE)] : reply;
}

function wordsIn(situation: Situation): string[] {
  const { saying, before, after, spoken, say } = situation;
  if (saying.isFarewell) return farewell(situation);
  if (saying.intents.includes('EMERGENCY')) return emergencyWords(situation);
  if (saying.acts.has('SAY_AGAIN') && saying.intents.includes('GENERAL') && spoken.length > 0)
    return sayAgain(spoken);
  const isCalm = declines(saying) || saying.acts.has('THANKS');
  if (before.offered === 'PERSON' && !agrees(saying) && !isCalm) return stillUrgent(situation);
  if (after.isDropped) return [say(dropped), say(anythingElse)];
  if (before.offered && (declines(saying) || (before.offered === 'PERSON' && isCalm)) && !after.open)
    return [declinedWords(situation), say(anythingElse)];
  if (after.open) return takeDown(situation, after.open, besides(situation));
  if (before.isFree && declines(saying)) return farewell(situation);
  const ofTheCall = aboutTheCall(situation);
  if (ofTheCall) return withTail(situation, ofTheCall, true);
  if (isTalk(situation)) return smallTalk(situation);
  const answer = fromFacts(situation);
  return answer ? withTail(situation, answer, false) : smallTalk(situation);
}

/** Courtesies, where nothing is asked along with them. */
function isTalk({ saying }: Situation): boolean {
  const { acts, intents, words } = saying;
  if (!intents.includes('GENERAL')) return false;
  if (acts.has('WANTS_HELP') && words.length <= 9) return true;
  if (tellsOnlyAName(saying)) return true;
  const isCourtesy = COURTESIES.some((act) => acts.has(act)) || agrees(saying);
  return isCourtesy && words.length <= 5 && !asksSomething(saying);
}

/** "Hello, my name is Meera Iyer": not to be looked up, even where a doctor is called Meera. */
function tellsOnlyAName(saying: Saying): boolean {
  const name = nameIn(saying.text)?.toLowerCase().split(' ');
  return (
    name !== undefined &&
    !asksSomething(saying) &&
    contentOf(saying.words).every((word) => word === 'name' || name.includes(word))
  );
}

const COURTESIES = ['THANKS', 'GREETING', 'WAIT', 'IS_WRONG_NUMBER', 'ACKNOWLEDGED'] as const;

/** What is asked while a request is being taken down. */
function besides(situation: Situation): readonly string[] {
  const { saying, before, after } = situation;
  const own = aboutTheCall(situation);
  if (own) return own.sentences;
  const isSubject = !saying.intents.includes('GENERAL') && asksSomething(saying);
  const isTaken =
    before.open?.words.length !== after.open?.words.length || before.open?.name !== after.open?.name;
  if (!isSubject && (isTaken || !asksSomething(saying) || saying.acts.has('ASKS_WHY'))) return [];
  const hasSubject = saying.intents.some((intent) =>
    ['OPENING_HOURS', 'PRICING', 'LOCATION'].includes(intent),
  );
  if (isTaken && !hasSubject) return [];
  return fromFacts(situation)?.sentences ?? [];
}

function withTail({ say, spoken }: Situation, { sentences, offer }: Answer, isOfTheCall: boolean): string[] {
  if (offer) return [...sentences, say(offering[offer])];
  return [...sentences, say(spoken.length < 2 && isOfTheCall ? howToHelp : anythingElse)];
}

/** Between an emergency and the answer to "Shall I ask a person to call?", everything is about the emergency. */
function stillUrgent(situation: Situation): string[] {
  if (!asksSomething(situation.saying)) return emergencyWords(situation);
  const answer = aboutTheCall(situation) ?? fromFacts(situation);
  return [...(answer?.sentences ?? []), situation.say(offering.PERSON)];
}

function declinedWords({ before }: Situation): string {
  return before.offered === 'PERSON' ? 'All right. Please dial 112 if you need help at once.' : 'All right.';
}

function sayAgain(spoken: readonly string[]): string[] {
  const last = spoken.at(-1) ?? '';
  const again = last.replace(/^(?:Of course|Once more)\. /u, '');
  return [last.startsWith('Of course.') ? 'Once more.' : 'Of course.', again];
}

function farewell({ businessName, isMedical, after, saying, spoken }: Situation): string[] {
  const urgent = saying.intents.includes('EMERGENCY') ? ['Please dial 112 now, or come in at once.'] : [];
  const taken = after.open ? ['I have noted what you told me, and someone will call you back.'] : [];
  const care = isMedical ? ' Take care.' : '';
  const isAgain = spoken.at(-1)?.endsWith('Goodbye.');
  const thanks = isAgain ? 'Thank you again.' : `Thank you for calling ${businessName}.`;
  return [...urgent, ...taken, `${thanks}${care} Goodbye.`];
}
