import { closedThen } from './answers/closed.ts';
import { closedWords } from './answers/hours.ts';
import { anythingElse, asking, noted, type Question } from './phrases.ts';
import { echoOf } from './reading/echo.ts';
import { isBesideThePoint } from './reading/saying.ts';
import type { Situation } from './situation.ts';
import { nextQuestion, type Thread, type Topic } from './thread.ts';

/** What is said while a request is being taken down: an answer to what was asked besides, and the next question. */
export function takeDown(situation: Situation, thread: Thread, answers: readonly string[]): string[] {
  const { callerName, say } = situation;
  const question = nextQuestion(thread, callerName);
  if (!question) {
    const isNew = situation.before.open?.topic !== thread.topic && !isAddition(situation, thread);
    return [...(isNew ? [openingWords(situation, thread)] : []), ...answers, ...closing(situation, thread)];
  }
  if (situation.saying.acts.has('WAIT') && answers.length === 0) return ['Of course, take your time.'];
  return [
    ...acknowledgement(situation, thread, question, answers),
    ...answers,
    ...closedNote(situation, thread, answers),
    say(asking[question]),
  ];
}

/** "We are closed then", once, as soon as the day is named. */
function closedNote(
  { before, facts, localTime, opening }: Situation,
  { when }: Thread,
  answers: readonly string[],
): string[] {
  if (when === undefined || when === before.open?.when) return [];
  const fact = opening ? closedWords(when, opening) : closedThen(facts, when, localTime);
  return fact && !answers.includes(fact) ? [`Please note: ${fact}`] : [];
}

const openings: Readonly<Record<Topic, readonly string[]>> = {
  BOOK: ['Certainly, I can take down a request for an appointment.'],
  CHANGE: ['I can pass on that you would like to change the appointment.'],
  CANCEL: ['I can pass on that you would like to cancel.'],
  HUMAN: [
    'I am an automated assistant and cannot put you through, but I can ask someone to call you back.',
    'I cannot connect the call myself, but someone can call you back.',
  ],
  COMPLAINT: [
    'I am very sorry to hear that, and I will pass it on.',
    'I am sorry about that. I will make sure that the right person hears of it.',
  ],
  QUESTION: ['Certainly.'],
  URGENT: ['I will ask a person to call you.'],
};

function openingWords(situation: Situation, thread: Thread): string {
  if (thread.topic === 'BOOK' && !isOfAppointments(situation, thread))
    return 'Certainly, I can take that down.';
  if (thread.topic === 'HUMAN' && /call ?back|call me|message|phone me/iu.test(situation.saying.text))
    return 'Certainly, I can ask someone to call you back.';
  return situation.say(openings[thread.topic]);
}

/** A table or a room is no appointment. */
const isOfAppointments = ({ isMedical }: Situation, { words }: Thread): boolean =>
  isMedical || words.some((line) => /app?oin|consult|visit|अपॉ/iu.test(line));

const isAddition = ({ before }: Situation, { topic, words }: Thread): boolean =>
  before.open === undefined && before.noted.at(-1)?.topic === topic && words.length > 1;

function acknowledgement(
  situation: Situation,
  thread: Thread,
  question: Question,
  answers: readonly string[],
): string[] {
  const { before, saying } = situation;
  const was = before.open;
  if (was?.topic !== thread.topic) return [openingWords(situation, thread)];
  if (thread.name !== was.name && thread.name) return [`Thank you, ${thread.name}.`];
  if (saying.acts.has('REFUSES') || (thread.givenUp.size > was.givenUp.size && saying.acts.has('NO')))
    return ['That is all right.'];
  const isFurther = thread.words.length > was.words.length || thread.when !== was.when;
  if (isFurther) return ['Thank you.'];

  if (answers.length > 0) return [];
  if (saying.acts.has('ASKS_WHY'))
    return [
      question === 'NAME'
        ? 'So that whoever calls back knows whom to ask for.'
        : 'So that I can note it correctly.',
    ];
  if (saying.keys) return ['There are no keys to press here, you can simply tell me.'];
  if (saying.acts.has('YES') || saying.acts.has('THANKS')) return ['All right.'];
  return isBesideThePoint(saying) ? [] : ['Sorry, I did not catch that.'];
}

/** Says what is noted, and never that anything is done. */
function closing(situation: Situation, thread: Thread): string[] {
  const { saying, say } = situation;
  // Never the name from our records: the caller hasn't said it.
  const { name } = thread;
  const isRefused = saying.acts.has('NO') || saying.acts.has('REFUSES');
  const thanks = name ? `Thank you, ${name}.` : isRefused ? 'That is all right.' : 'Thank you.';
  const words = isAddition(situation, thread) ? addedWords(thread) : notedWords(situation, thread);
  return [thanks, words, say(noted[confirmationOf(thread.topic)]), say(anythingElse)];
}

const addedWords = (thread: Thread): string =>
  confirmationOf(thread.topic) === 'CONFIRM'
    ? `I have added that to your request${preposition('for', thread.when)}.`
    : 'I have added that to your message.';

function notedWords(situation: Situation, thread: Thread): string {
  const what = echoOf(thread.words, thread.topic === 'HUMAN');
  switch (thread.topic) {
    case 'BOOK': {
      const request = `your request${isOfAppointments(situation, thread) ? ' for an appointment' : ''}`;
      if (what) return `I have noted ${request}: ${what}${thread.when ? `, ${thread.when}` : ''}.`;
      return `I have noted ${request}${preposition('for', thread.when)}.`;
    }
    case 'CHANGE':
      return `I have noted that you would like to move the appointment${preposition('to', thread.when)}.`;
    case 'CANCEL':
      return `I have noted that you would like to cancel the appointment${preposition('for', thread.when)}.`;
    case 'COMPLAINT':
      return 'I have noted your complaint.';
    case 'URGENT':
      return 'I have noted that it is urgent. If it cannot wait, please dial 112.';
    case 'QUESTION':
      return 'I have noted your question.';
    case 'HUMAN':
      return `I have noted your message${what ? ` about ${what}` : ''}.`;
  }
}

/** "for the evening", "for Monday at 5". */
function preposition(word: 'for' | 'to', when: string | undefined): string {
  if (when === undefined) return '';
  return ` ${word} ${/^(?:morning|afternoon|evening|night|weekend)/u.test(when) ? 'the ' : ''}${when.replace(/^(?:at|to|on) /u, '')}`;
}

function confirmationOf(topic: Topic): keyof typeof noted {
  if (topic === 'URGENT') return 'AT_ONCE';
  return topic === 'BOOK' || topic === 'CHANGE' || topic === 'CANCEL' ? 'CONFIRM' : 'CALL_BACK';
}
