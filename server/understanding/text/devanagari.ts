// Unicode's Devanagari block, as far as Hindi needs it.
const CONSONANTS =
  'क:k ख:kh ग:g घ:gh ङ:n च:ch छ:chh ज:j झ:jh ञ:n ट:t ठ:th ड:d ढ:dh ण:n त:t थ:th द:d ध:dh न:n प:p फ:ph ब:b भ:bh म:m य:y र:r ल:l व:v श:sh ष:sh स:s ह:h';
const VOWELS = 'अ:a आ:aa इ:i ई:ii उ:u ऊ:uu ऋ:ri ए:e ऐ:ai ओ:o औ:au ऑ:o';
const VOWEL_SIGNS = 'ा:aa ि:i ी:ii ु:u ू:uu ृ:ri े:e ै:ai ो:o ौ:au ॉ:o ्:';
const MARKS = 'ं:n ँ:n ः:h ़:';

const table = (pairs: string) =>
  new Map(
    pairs
      .split(' ')
      .map((pair) => pair.split(':'))
      .map(([sign = '', sound = '']) => [sign, sound]),
  );
const consonants = table(CONSONANTS);
const signs = table(VOWEL_SIGNS);
const others = new Map([...table(VOWELS), ...table(MARKS)]);

/**
 * A word of Devanagari in Latin letters, as people type it, but for the vowels that are written nowhere and dropped in
 * the middle of a word: "बकवास" is "bakavaas". A word in other letters stays as it is.
 */
export function latin(word: string): string {
  if (!/\p{Script=Devanagari}/u.test(word)) return word;
  // The dot below: NFD parts it from its letter.
  const letters = [...word.normalize('NFD').replaceAll('\u093c', '')];
  return letters
    .map((letter, at) => {
      const consonant = consonants.get(letter);
      if (consonant === undefined) return signs.get(letter) ?? others.get(letter) ?? letter;
      const next = letters[at + 1];
      const isSilent = next === undefined || signs.has(next);
      return isSilent ? consonant : `${consonant}a`;
    })
    .join('');
}
