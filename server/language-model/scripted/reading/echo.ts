import { clausesOf, isEnglishWord } from '../../../understanding/intents/words.ts';
import { contentOf } from './content.ts';

/** How people ask for something before they say what. */
const ASKS_FOR =
  /^(?:(?:hello|hi|hey|namaste|good (?:morning|afternoon|evening)|yes|yeah|ok|okay|so|well|actually|please|kindly|madam|sir|ma'am|ji|it(?:'s| is)(?: for| about)?|that(?:'s| is)|this is|and|also|i|we|would|i'd|we'd|'d|want(?:ed)?|need|like|have|wish|can|could|may|you|to|for|book|make|fix|get|take|schedule|see|meet|consult|visit|show|talk|speak|connect|(?:(?:an?|the|my|doctor) )*(?:appointment|booking|slot)|(?:an?|the) (?:doctor|dr) (?:for|about|regarding)|with|about|regarding|me|us|cancel|reschedule|someone|somebody|person|human|real|come|call back|in|on|at|of|mujhe|muje|humko|i'm|am|calling|looking|there is|because|is)(?:[\s,]+|$))+/iu;
const TIMES =
  /\b(?:on|at|for|in|by|around|after|before|from|this|next|coming)?\s*(?:the )?(?:day after tomorrow|today|tonight|tomorrow|kal|parso|aaj|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|morning|afternoon|evening|night|noon|subah|shaam|dopahar|\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|baje|o'?clock)|any ?time|any ?day|next week|this week|as soon as possible|asap|ag(?:le|la|li)|som[vw]ar|mangal[vw]ar|budh[vw]ar|guru[vw]ar|shukra[vw]ar|shani[vw]ar|ra[vw]i[vw]ar|it[vw]ar)\b|\b(?:at|around|by|after|before) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/giu;
/** A sentence of its own can't stand behind "a request for". */
const IS_A_SENTENCE =
  /^(?:you|your (?:staff|doctor|hospital|people)|do|does|did|can|could|how|why|what|when|where|which|who|is|are|am|was|were|been|got|want|need|charged|having|had|she|he|they|it|there|not|no|wife|husband|mother|father|daughter|son|sister)\b/iu;
const ENDS =
  /[\s,]*\b(?:please|madam|sir|ma'am|ji|thank you|thanks|at|on|for|and|with|to|in|ke liye|chahiye|hai|the|an?|appointment|if possible|around|or|by|ka|ki|ko|ke)[\s,.!?]*$/iu;
const YOURS: Readonly<Record<string, string>> = {
  i: 'you',
  my: 'your',
  me: 'you',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  "i'm": 'you are',
  "i've": 'you have',
  our: 'your',
  us: 'you',
  we: 'you',
  was: 'were',
};
/** No part of a wish that is said back. */
const SPOILS =
  /\b(?:name|number|hai|hoon|tha|se|milna|karwana|chahti|chahta|ko|ka|ki|ke|karna|dikhana|chahiye|mein|mujhe|she|he|they|want|don't|not)\b|\b(?:i|you|it|we) (?:am|is|are|was|were|have|need)\b/iu;
const INTRODUCES = /^.{0,60}?\b(?:calling|speaking|here|name is \S+(?: \S+)?)[\s,.]+(?:and )?/iu;
const IS_ABOUT = /\b(?:about|regarding)\s+(.+)$/iu;
const LONGEST = 70;

/**
 * What the caller wished, short enough to be said back to them: "I'd like to see Dr. Rao on Monday for my scan" is
 * "Dr. Rao for your scan". Undefined where it can't be said back safely, or says nothing.
 * @param isMessage only what it is about
 */
export function echoOf(words: readonly string[], isMessage = false): string | undefined {
  for (const line of [...words].reverse()) {
    const echo = isSafe(line) ? shortened((isMessage && IS_ABOUT.exec(line)?.[1]) || line) : undefined;
    if (echo) return echo;
  }
  return undefined;
}

/** Plain words in Latin letters that say something, and nothing that could close the line. */
const isSafe = (line: string): boolean =>
  line.length <= 200 &&
  /^[\p{Script=Latin}\d\s,.'’!?&-]+$/u.test(line) &&
  !/\b(?:bye|goodbye|alvida)\b/iu.test(line) &&
  contentOf(clausesOf(line).flat()).length > 0;

function shortened(line: string): string | undefined {
  let rest = line
    .replace(INTRODUCES, '')
    .replace(/[’]/gu, "'")
    .replace(/[.!?]+(?=\s|$)(?<!\bdr\.)/giu, ',')
    .replace(TIMES, ' ')
    .replace(/[\s,]+,/gu, ',')
    .replace(/^[\s,]+/u, '')
    .replace(ASKS_FOR, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(ENDS, '').replace(/[\s,.!?]+$/u, '');
  }
  const said = rest.split(/\s+/u).map(asSaidBack).join(' ');
  const isOne = said.length >= 3 && said.length <= LONGEST && !IS_A_SENTENCE.test(said) && !SPOILS.test(said);
  return isOne ? said : undefined;
}

function asSaidBack(word: string, index: number): string {
  const theirs = YOURS[word.toLowerCase()] ?? word;
  const isCapitalOfSentence = index === 0 && isEnglishWord(theirs.toLowerCase()) && !/^dr\b/iu.test(theirs);
  return isCapitalOfSentence ? theirs.toLowerCase() : theirs;
}
