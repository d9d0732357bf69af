import type { Question } from './phrases.ts';
import { contentOf, saysWhy } from './reading/content.ts';
import { nameIn } from './reading/name.ts';
import type { Saying } from './reading/saying.ts';
import { whenIn } from './reading/when.ts';

/** What a caller wants taken down. */
export type Topic = 'BOOK' | 'CHANGE' | 'CANCEL' | 'HUMAN' | 'COMPLAINT' | 'QUESTION' | 'URGENT';

/** A request that is being taken down. */
export type Thread = {
  topic: Topic;
  /** The caller's lines that belong to it. */
  words: readonly string[];
  /** What it is about has been said. */
  saysWhat: boolean;
  /** In English. */
  when: string | undefined;
  name: string | undefined;
  /** Asked for often enough, or refused. */
  givenUp: ReadonlySet<Question>;
};

/** The request that this line begins, if it begins one. */
export function opening(saying: Saying): Thread | undefined {
  const topic = topicOf(saying);
  return topic && startThread(topic, saying);
}

export function topicOf({ intents }: Saying): Topic | undefined {
  const has = new Set(intents);
  if (has.has('SPEAK_TO_HUMAN')) return 'HUMAN';
  if (has.has('COMPLAINT')) return 'COMPLAINT';
  if (has.has('BOOK_APPOINTMENT')) return has.has('CANCEL_APPOINTMENT') ? 'CHANGE' : 'BOOK';
  return has.has('CANCEL_APPOINTMENT') ? 'CANCEL' : undefined;
}

export function startThread(topic: Topic, saying: Saying): Thread {
  const when = whenIn(saying.text);
  return {
    topic,
    words: [saying.text],
    saysWhat: saysWhat(topic, saying, when),
    when,
    name: nameIn(saying.text),
    givenUp: new Set(),
  };
}

function saysWhat(topic: Topic, { text, words }: Saying, when: string | undefined): boolean {
  switch (topic) {
    case 'QUESTION':
    case 'URGENT':
      return true;
    case 'HUMAN':
      return saysWhy(text, words);
    case 'CANCEL':
    case 'CHANGE':
      return when !== undefined || contentOf(words).length > 0;
    case 'BOOK':
    case 'COMPLAINT':
      return contentOf(words).length > 0;
  }
}

/** What is still to be asked, if anything. */
export function nextQuestion(thread: Thread, knownName: string | undefined): Question | undefined {
  const { topic, givenUp } = thread;
  const questions: (Question | false)[] = [
    !thread.saysWhat && aboutOf(topic, thread.when),
    topic === 'BOOK' && thread.when === undefined && 'WHEN',
    thread.name === undefined && knownName === undefined && 'NAME',
  ];
  return questions.find((question): question is Question => question !== false && !givenUp.has(question));
}

function aboutOf(topic: Topic, when: string | undefined): Question {
  switch (topic) {
    case 'BOOK':
      return when === undefined ? 'APPOINTMENT' : 'PURPOSE';
    case 'CHANGE':
      return 'CHANGE';
    case 'CANCEL':
      return 'WHICH';
    case 'COMPLAINT':
      return 'STORY';
    case 'HUMAN':
    case 'QUESTION':
    case 'URGENT':
      return 'REASON';
  }
}
