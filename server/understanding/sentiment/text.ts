import { hindiWord } from './hindi-words.ts';

/** What stands between two stops. */
export type Clause = {
  words: readonly string[];
  /** Begins with "but": what the caller really means, more than what went before. */
  isContrast: boolean;
  isQuestion: boolean;
};

/** Of what one person says at a time, nobody needs more: counted as said, and again when normalised. */
const LONGEST = 2_000;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[’`´]/gu, "'"],
  [/\b(do|does|did|was|were|is|are|have|has|had|would|could|should)'?nt\b/gu, '$1 not'],
  [/\b(?:can'?t|cannot)\b/gu, 'can not'],
  [/\bwon'?t\b/gu, 'will not'],
  [/n't\b/gu, ' not'],
  [/\bi'?m\b/gu, 'i am'],
  [/'re\b/gu, ' are'],
  [/'ve\b/gu, ' have'],
  [/'ll\b/gu, ' will'],
  [/'d\b/gu, ' would'],
  [/\b(it|that|what|there|here|he|she|who|how|where)'s\b/gu, '$1 is'],
  [/(?<=\p{L})[-–](?=\p{L})/gu, ' '],
  [/\b(dr|mr|mrs|ms|rs)\./gu, '$1'],
  [
    /\b(no[ -]?one|no body|not (one|a single) (person|soul)|not any(one|body)|none of (you|them))\b/gu,
    'nobody',
  ],
  // A cry or a polite refusal, and no denial of what comes next: "no no, you were very sweet".
  [/^(no|nahin?|nope|na),? (no|nahin?|na)\b,?/gu, '$1.'],
  [/^((?:oh |ok |okay )?(?:no|nahin?|nope|not at all|a+c+h+a+|haan|yes)),/gu, '$1.'],
  // What may be meant the other way round stands alone: "Great, so I have to wait another week".
  [
    /^((?:oh |so )?(?:great|wow|wa+h|nice|wonderful|excellent|brilliant|superb|perfect|lovely|bravo|fantastic|amazing|thanks|thank you))(?:,| (?=so i |so we |now |what |another |kya ))/gu,
    '$1.',
  ],
];

/** The clauses of what was said: lower case, contractions undone, Hindi in one spelling. */
export function clausesOf(text: string): Clause[] {
  const plain = SPELLINGS.reduce(
    (said, [spelling, ours]) => said.replace(spelling, ours),
    text.slice(0, LONGEST).toWellFormed().normalize('NFKC').slice(0, LONGEST).toLowerCase().trim(),
  );
  return plain
    .split(/(?<=[.!?;।…\n])|(?=\b(?:but|however|lekin|magar|although|though)\b)|(?=लेकिन|मगर)/u)
    .map(clause)
    .filter(({ words }) => words.length > 0);
}

function clause(said: string): Clause {
  const words = (said.match(/[\p{L}\p{M}\p{N}'%]+/gu) ?? []).map(hindiWord).map(withoutApostrophe);
  const opening = words.find((word) => !OPENERS.has(word)) ?? '';
  return {
    words,
    isContrast: CONTRASTS.has(words[0] ?? ''),
    isQuestion: ASKING.has(opening) || (words.at(-1) === 'kya' && words.length > 1),
  };
}

const withoutApostrophe = (word: string) => word.replace(/'s?$|'/gu, '');

const CONTRASTS = new Set('but however lekin magar लेकिन मगर'.split(' '));

/** What comes before a question without changing it. */
const OPENERS = new Set(
  'and so but okay ok hello hi sir madam maam please sorry actually also then'.split(' '),
);

/** "Why" and "how many times" aren't here: who asks so, wants no answer. */
const ASKING = new Set(
  `what when where which who is are am do does did can could will would shall should may might how has have whether
   kab kahan kaise kaun kitna kitne kitni`.split(/\s+/u),
);
