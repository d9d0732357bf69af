import { clausesOf } from '../../../understanding/intents/words.ts';

/** A caller who says this tells their name. */
const SAYS_SO =
  /(?:\b(?:my|the|full|good)? ?name(?:'s| is|:)|\bmyself|\bi am called|\bmera (?:pura )?naa?m|\bnaa?m hai|मेरा नाम|\b(?:main|mai|mein)(?= \S+(?: \S+)? bol))\s+(?:is\s+)?(.+)/iu;
/** These only where a name follows: "I am late". */
const MAY_SAY_SO = /\b(?:this is|i am|i'm|it's|it is|its)\s+(.+)/iu;
const CALLING = /^(\S+(?: \S+)?)\s+(?:here|speaking|calling|bol rah[ai]|this side)\b/iu;
const ANSWERS =
  /^(?:(?:yes|yeah|ok|okay|sure|ji|haan|haanji|so|um|uh|please note|note|it's|its|it is|this is|i am|i'm|my name is|the name is)[\s,.]+)*/iu;

const TITLES = /^(?:mrs?|ms|miss|dr|smt|shri|shrimati|prof)\.?$/iu;
const NO_NAMES = new Set(
  (
    'yes yeah no not nope ok okay sure hello hi hey please thanks thank sorry madam sir maam ji haan nahi bye goodbye what why how who when where which ' +
    'her his their i me my mine you your we our he she it they this that these those a an the and or but so for from to at in on of with about ' +
    'is am are was were be been do does did have has had can could will would should may want need like know think ' +
    'pregnant pregnancy calling speaking here looking trying going coming having feeling getting waiting late sick unwell well fine good great bad happy unhappy angry sad tired ill weak busy free ready new old ' +
    'very too just only also still already actually really interested afraid worried urgent emergency important terrible horrible ridiculous unacceptable ' +
    'appointment booking doctor hospital clinic checkup scan ultrasound test report reports fever pain bleeding cough cold headache periods delivery baby child insurance bill complaint message question ' +
    'monday tuesday wednesday thursday friday saturday sunday today tomorrow morning evening afternoon night kal aaj subah shaam hai hoon hun hu bol raha rahi se ka ki ke ko mein main mera meri naam name kya ' +
    'male female man woman husband wife mother father daughter son patient customer person human someone anyone nobody none nothing later never mind leave number phone mobile same none tell wait minute repeat again pardon ' +
    'skip pass next stop continue help again maybe perhaps guess don नहीं हां जी है मैं क्या'
  ).split(' '),
);
const LETTERS = /^[\p{L}\p{M}][\p{L}\p{M}'’.-]*$/u;
const MOST_WORDS = 4;
const LONGEST = 40;

/**
 * The name that a caller tells, as it is written; undefined where they tell none.
 * @param isAsked whether they were just asked for it, so that a name alone is one
 */
export function nameIn(text: string, isAsked = false): string | undefined {
  const said = text.toWellFormed().replace(/[’`]/gu, "'").replace(/\s+/gu, ' ').trim().slice(0, 300);
  const stated = SAYS_SO.exec(said)?.[1];
  if (stated !== undefined) return nameAtStart(stated);
  const calling = CALLING.exec(said)?.[1];
  const caller = calling === undefined ? undefined : nameAtStart(calling.replace(MAY_SAY_SO, '$1'));
  if (caller) return caller;
  const perhaps = MAY_SAY_SO.exec(said)?.[1];
  if (perhaps !== undefined && (isAsked || /^\p{Lu}\p{Ll}/u.test(perhaps))) {
    const name = nameAtStart(perhaps);
    if (name) return name;
  }
  return isAsked ? aloneIn(said) : undefined;
}

/** A name and nothing else. */
function aloneIn(said: string): string | undefined {
  const words = said
    .replace(/[\d\s-]{7,}$/u, '')
    .replace(ANSWERS, '')
    .split(/[\s,.!?।]+/u)
    .filter(Boolean);
  while (/^(?:madam|sir|ma'?am|ji|please|here|hai|speaking|thanks|है)$/iu.test(words.at(-1) ?? ''))
    words.pop();
  if (words.length > MOST_WORDS + 6) return undefined;
  const name = joined(words);
  const isOther = name.some((word) => !isOfAName(word)) || name.length === 0 || name.length > MOST_WORDS;
  // "Maybe": every word without meaning of its own is none of a name.
  const isEmpty = clausesOf(name.join(' '))
    .flat()
    .every(({ isStop }) => isStop);
  return isOther || isEmpty ? undefined : written(name);
}

/** The words of a name that a text begins with. */
function nameAtStart(text: string): string | undefined {
  const [first = ''] = text.split(/[,;!?।]/u);
  const words = joined(
    first
      .split(/\.(?=\s\p{Ll})|\s+/u)
      .filter(Boolean)
      .slice(0, 12),
  );
  const end = words.findIndex((word) => !isOfAName(word));
  const name = words.slice(0, end === -1 ? MOST_WORDS : Math.min(end, MOST_WORDS));
  return name.some((word) => !TITLES.test(word)) ? written(name) : undefined;
}

const isOfAName = (word: string) =>
  TITLES.test(word) || (LETTERS.test(word) && !NO_NAMES.has(word.toLowerCase().replace(/\.$/, '')));

/** Spelt letters in one word, and nothing said twice: "Priya, P R I Y A" is Priya. */
function joined(words: readonly string[]): string[] {
  const whole: string[] = [];
  let spelt = '';
  for (const word of [...words, '']) {
    if (/^\p{L}\.?$/u.test(word)) spelt += word.charAt(0);
    else {
      if (spelt.length > 1) whole.push(spelt);
      else if (spelt) whole.push(spelt.toUpperCase());
      spelt = '';
      if (word) whole.push(word);
    }
  }
  return whole.filter((word, index) => word.toLowerCase() !== whole[index - 1]?.toLowerCase());
}

/** With capitals where speech recognition left them out. */
function written(words: readonly string[]): string {
  return words
    .map((word) => (/^\p{Lu}+$/u.test(word) && word.length > 1 ? word.toLowerCase() : word))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .replace(/\.$/u, '')
    .slice(0, LONGEST)
    .trim();
}
