import { asksSomething } from '../reading/saying.ts';
import type { Situation } from '../situation.ts';
import type { Answer } from './answer.ts';
import { asksForHours, hoursWords } from './hours.ts';

const CLOSED = [
  'We are closed at the moment, so I can only take a message.',
  'I am sorry, that has to wait until we are open again.',
] as const;

/** Outside opening hours, where nothing else is answered than when they are; undefined for what asks for nothing. */
export function onlyMessages({ opening, saying, say }: Situation): Answer | undefined {
  if (opening && asksForHours(saying, opening))
    return { sentences: hoursWords(saying.text, opening), offer: 'MESSAGE' };
  const isStory = saying.words.length >= 4;
  return asksSomething(saying) || isStory ? { sentences: [say(CLOSED)], offer: 'MESSAGE' } : undefined;
}
