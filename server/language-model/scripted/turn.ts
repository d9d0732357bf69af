import { isEnglishWord } from '../../understanding/intents/words.ts';
import type { CallSoFar } from './call-so-far.ts';
import type { Offer, Question } from './phrases.ts';
import { contentOf } from './reading/content.ts';
import { nameIn } from './reading/name.ts';
import { agrees, asksSomething, declines, isBesideThePoint, type Saying } from './reading/saying.ts';
import { togetherWith, whenIn } from './reading/when.ts';
import { opening, startThread, type Thread, type Topic, topicOf } from './thread.ts';

/** What the caller's line makes of the call. */
export function afterCaller(call: CallSoFar, saying: Saying): CallSoFar {
  const next = continuedBy(call, saying);
  const name = next.open?.name ?? nameIn(saying.text) ?? call.name;
  return { ...next, name, open: next.open && { ...next.open, name: next.open.name ?? name } };
}

function continuedBy(call: CallSoFar, saying: Saying): CallSoFar {
  const next: CallSoFar = {
    ...call,
    offered: undefined,
    isFree: false,
    isDropped: false,
    lastSaying: isPassing(saying) ? call.lastSaying : saying,
  };
  if (saying.intents.includes('EMERGENCY')) return next;
  if (call.offered === 'PERSON' && !agrees(saying)) return { ...next, lastSaying: call.lastSaying };
  if (call.offered && agrees(saying) && !isOnlyLeaving(saying) && !wantsOther(call.offered, saying))
    return { ...next, open: accepted(call, call.offered, saying) };
  if (call.offered && declines(saying)) return next;
  if (call.open) return { ...next, ...continued(call.open, call, saying) };
  const added = addition(call, saying);
  if (added) return { ...next, open: added };
  const keyed = saying.keys === '0' ? startThread('HUMAN', saying) : undefined;
  const opened = keyed ?? openedBy(call, saying);
  return opened ? { ...next, open: opened, asked: undefined, timesAsked: 0 } : next;
}

/** "Okay, can I book for Thursday?" takes no offer of a message. */
function wantsOther(offer: Offer, saying: Saying): boolean {
  const topic = topicOf(saying);
  return topic !== undefined && topic !== 'HUMAN' && topic !== topicOffered[offer];
}

/** "Okay, bye" accepts nothing. */
const isOnlyLeaving = ({ isFarewell, text }: Saying) =>
  isFarewell && !/\b(?:yes|please|haan|sure)\b/iu.test(text);

/** Says nothing that a message could be about. */
const isPassing = (saying: Saying) => isBesideThePoint(saying) || agrees(saying) || declines(saying);

const topicOffered: Record<Offer, Topic> = { MESSAGE: 'QUESTION', APPOINTMENT: 'BOOK', PERSON: 'URGENT' };

/** A request that begins, with what it refers to: "Book that for me." A day and an hour alone are a wish to come. */
function openedBy({ lastSaying }: CallSoFar, saying: Saying): Thread | undefined {
  const opened = opening(saying);
  if (opened && !opened.saysWhat && lastSaying && REFERS_BACK.test(saying.text))
    return { ...opened, saysWhat: true, words: [lastSaying.text, ...opened.words] };
  const when = whenIn(saying.text);
  const isVisit = when?.includes(' ') && contentOf(saying.words).length === 0;
  return opened ?? (isVisit && !asksSomething(saying) ? startThread('BOOK', saying) : undefined);
}

const REFERS_BACK = /\b(?:for|with|about) (?:that|it|this|her|him|them|the same)\b/iu;

/** The request that an offer was about: what the caller said before it. */
function accepted({ lastSaying, open }: CallSoFar, offer: Offer, saying: Saying): Thread {
  const started = startThread(topicOffered[offer], lastSaying ?? saying);
  const more = contentOf(saying.words).length > 0 ? [saying.text] : [];
  return {
    ...started,
    saysWhat: true,
    words: [...(open?.words ?? []), ...started.words, ...more],
    when: whenIn(saying.text) ?? (offer === 'APPOINTMENT' ? undefined : started.when),
    name: nameIn(saying.text) ?? started.name ?? open?.name,
  };
}

/** An open request after another line of the caller. */
function continued(open: Thread, call: CallSoFar, saying: Saying): Partial<CallSoFar> {
  const topic = topicOf(saying);
  const isDropped = topic === undefined || (topic === 'CANCEL' && open.topic !== 'CANCEL');
  if (saying.acts.has('DROPS_IT') && isDropped) return { open: undefined, isDropped: true };
  const mayTurn = !isAbout(call.asked) && topic !== 'COMPLAINT' && !(isHeld(call.asked) && topic === 'BOOK');
  if (topic && topic !== open.topic && mayTurn) {
    const turned = startThread(topic, saying);
    const words = topic === 'HUMAN' ? [...open.words, saying.text] : turned.words;
    return {
      open: {
        ...turned,
        words,
        saysWhat: turned.saysWhat || topic === 'HUMAN',
        name: turned.name ?? open.name,
      },
      asked: undefined,
      timesAsked: 0,
    };
  }
  return { open: answered(open, call, saying) };
}

function answered(open: Thread, { asked, timesAsked }: CallSoFar, saying: Saying): Thread {
  const isName = (asked === 'NAME' && !saying.acts.has('UNWELL')) || (isAbout(asked) && isOnlyAName(saying));
  const name = nameIn(saying.text, isName) ?? open.name;
  const when = togetherWith(
    open.when,
    whenIn(saying.text, asked === 'WHEN' || asked === 'APPOINTMENT' || IS_A_TIME.test(saying.text)),
  );
  const isNew = when !== open.when;
  const content = contentOf(saying.words);
  const isAside = isBesideThePoint(saying) || (asksSomething(saying) && !isNew && !isAbout(asked));
  const givenUp =
    timesAsked >= 2 || declines(saying) || saying.acts.has('DOES_NOT_KNOW') || saying.acts.has('REFUSES');
  const without =
    asked && givenUp && !asksSomething(saying) ? new Set([...open.givenUp, asked]) : open.givenUp;
  const known = { ...open, name, when, givenUp: without };
  if (saying.isNumber && content.length === 0 && asked !== 'NAME')
    return { ...known, words: [...open.words, saying.text] };
  switch (asked) {
    case 'NAME': {
      const isRefusal = saying.acts.has('REFUSES') || declines(saying);
      const isDetail = name === open.name && content.length > 0 && !isAside && !isRefusal;
      return isNew || isDetail || saying.isNumber ? { ...known, words: [...open.words, saying.text] } : known;
    }
    case 'WHEN': {
      const anyDay = when ?? (saying.acts.has('DOES_NOT_KNOW') ? 'any day' : undefined);
      if (isAside && !isNew) return { ...known, when: anyDay };
      return content.length > 0 || isNew
        ? { ...known, when: anyDay, words: [...open.words, saying.text] }
        : { ...known, when: anyDay };
    }
    case undefined:
      return known;
    default: {
      if (isAbout(asked) && isOnlyAName(saying)) return known;
      const saysWhat =
        open.saysWhat || (!isAside && (content.length > 0 || (isNew && open.topic !== 'BOOK')));
      return saysWhat || isNew ? { ...known, saysWhat, words: [...open.words, saying.text] } : known;
    }
  }
}

/** Whatever was asked, this is no other answer. */
const IS_A_TIME = /^\d{1,2}(?:[:.]\d{2})?\.?$/u;

/** Asked what it is about, some tell their name first. */
const isOnlyAName = ({ text, words }: Saying) =>
  words.length <= 3 && nameIn(text, true) !== undefined && words.every((word) => !isEnglishWord(word.text));

/** To these, a question is an answer: "Why was I charged twice?" */
const isAbout = (asked: Question | undefined) => asked === 'REASON' || asked === 'STORY';

/** What stands in the book already is an appointment, too. */
const isHeld = (asked: Question | undefined) => asked === 'WHICH' || asked === 'CHANGE';

/** What a caller adds to a request that is noted already: another time, their number. */
function addition({ noted: done }: CallSoFar, saying: Saying): Thread | undefined {
  const last = done.at(-1);
  const topic = topicOf(saying);
  if (!last || asksSomething(saying) || (topic && topic !== 'HUMAN')) return undefined;
  const when = whenIn(saying.text);
  const isMore =
    /^(also|actually|and|sorry|no)?[\s,]*(make it|instead|tell (her|him|them)|please (tell|note|add)|(please )?call (me )?(back )?(on|at|in|after|before|by)\b|my number is|my name is)/iu.test(
      saying.text,
    );
  if (topic ? !isMore : when === undefined && !isMore && !saying.isNumber) return undefined;
  return {
    ...last,
    when: togetherWith(last.when, when),
    name: nameIn(saying.text) ?? last.name,
    words: [...last.words, saying.text],
  };
}
