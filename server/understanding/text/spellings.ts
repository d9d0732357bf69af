import { type Kept, normalise } from './normalise.ts';

type Spellings = readonly (readonly [RegExp, string])[];

const respelt = (text: string, spellings: Spellings): string =>
  spellings.reduce((said, [spelling, ours]) => said.replace(spelling, ours), text);

/** What speech recognition writes in several ways, with and without its apostrophe. */
const contractions: Spellings = [
  [/\bi'?m\b/gu, 'i am'],
  [/\bcan ?not\b/gu, 'can not'],
  [/\b(is|are|was|were|do|does|did|have|has|had|would|could|should)'?nt\b/gu, "$1n't"],
  [/\bcant\b/gu, "can't"],
  [/\bwont\b/gu, "won't"],
  [/\bain't\b/gu, "isn't"],
];

/** What belongs together is joined, so that a phrase asks for one word. */
const joined: Spellings = [
  ...contractions,
  [/\b(check|follow)[- ]?ups?\b/gu, '$1up'],
  [/\bwalk[- ]?ins?\b/gu, 'walkin'],
  [/\bwithout (?:an |any |prior |taking |booking )*appointment\b/gu, 'walkin'],
  [/\bcall[- ]?backs?\b/gu, 'callback'],
  [/\bultra[- ]sound\b/gu, 'ultrasound'],
  [/\bx[- ]?rays?\b/gu, 'xray'],
  [/\b(c[- ]?section|cae?sarean|cae?sarian|c[- ]sec)s?\b/gu, 'cesarean'],
  [/\bo\.? ?p\.? ?d\b\.?/gu, 'opd'],
  [/\bu\.? p\.? i\b\.?/gu, 'upi'],
  [/\bi\.? ?v\.? ?f\b\.?/gu, 'ivf'],
  // Said twice, it is a cry and no denial: "no no, please come".
  [/\b(?:no[ ,]+)+no\b/gu, 'no,'],
  [/(?<=\p{L})-(?=\p{L})/gu, ' '],
  [/\s+/gu, ' '],
];

/** Contractions are taken apart, so that what is felt and what denies it are words of their own. */
const parted: Spellings = [
  ...contractions,
  [/\bcan't\b/gu, 'can not'],
  [/\bwon't\b/gu, 'will not'],
  [/n't\b/gu, ' not'],
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

/** A farewell's words are written without apostrophes and hyphens: "that's all", "bye-bye". */
const bare: Spellings = [
  [/'|(?<=\p{L})-(?=\p{L})/gu, ''],
  [/\bgood bye/gu, 'goodbye'],
];

/** Of what a caller says at a time, a wish stands at the beginning or at the end. */
export const OF_A_WISH: Kept = { beginning: 450, end: 250 };
/** How a caller feels shows in the first 2,000 characters of a turn. */
const OF_A_FEELING: Kept = { beginning: 2_000, end: 0 };
/** Only the end of what is said can end a call. */
export const OF_A_FAREWELL: Kept = { beginning: 0, end: 600 };

/** A caller's words as wishes are looked for in them, in one line; of a very long text, the beginning and the end. */
export const plainText = (text: string): string => respelt(normalise(text, OF_A_WISH), joined).trim();

/** A caller's words as feelings are looked for in them; of a very long text, the beginning. */
export const feltText = (text: string): string => respelt(normalise(text, OF_A_FEELING), parted);

/** Words as farewells are looked for in them; of a very long text, the end. */
export const closingText = (text: string): string => respelt(normalise(text, OF_A_FAREWELL), bare);
