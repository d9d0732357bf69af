/** Of what one person says at a time, nobody needs more. */
const LONGEST = 700;
const BEGINNING = 450;

/** Contractions and spellings that would part what belongs together, or join what doesn't. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[’`´]/gu, "'"],
  [/\bi'?m\b/gu, 'i am'],
  [/\bcan ?not\b/gu, 'can not'],
  [/\b(is|are|was|do|does|did|have|has|had|would|could|should)nt\b/gu, "$1n't"],
  [/\bcant\b/gu, "can't"],
  [/\bwont\b/gu, "won't"],
  [/\b(ain't|isnt)\b/gu, "isn't"],
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
];

/** The beginning and the end of a text that is too long. */
const bothEnds = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, BEGINNING)} ${text.slice(BEGINNING - LONGEST)}`;

/**
 * A caller's words in one spelling: lower case, Hindi without the dot below and with one sign for its nasals, and
 * nothing that isn't text. Of a long text, the beginning and the end, 701 characters at most: bounded once more when
 * it is normalised, since a caller's "ﷺ" becomes 18 letters, and reading them would hold up all other calls.
 */
export function plainText(text: string): string {
  const plain = bothEnds(text)
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\u093c/gu, '')
    .replace(/\u0901/gu, '\u0902')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Sc}\s+/%]/gu, ' ');
  const spelt = SPELLINGS.reduce((said, [spelling, ours]) => said.replace(spelling, ours), bothEnds(plain));
  return bothEnds(spelt.replace(/\s+/gu, ' ').trim());
}
