import { COSTS, LINKS, LIST_LABEL, LISTING, PLAIN_WORDS, PRICE, TITLES } from './hint-words.ts';

/** More words are a sentence, which no caller says as it stands there. */
const MOST_WORDS = 6;

/** English letters, as the recogniser listens for English; a number may stand in a name, as in "Sector 17". */
const SAYABLE = /^[A-Za-z](?:[A-Za-z0-9 '’./-]*[A-Za-z0-9.])?$/;

/**
 * What callers may name of a business, out of what its people wrote about it: people with their titles, places and
 * products by their capitals, and whatever is listed or priced. In the order of how sure it is; the same may come
 * twice, in other letters.
 */
export function phrasesInFacts(facts: string): string[] {
  const { people, purposes, others } = namesIn(facts);
  const lines = facts.split('\n');
  const listed = lines.flatMap((line) => [
    ...sentencesOf(line).flatMap((sentence) => [...enumerated(sentence), ...priced(sentence)]),
    ...(labelled(line) ?? (BULLET.test(line) ? items(line.replace(BULLET, '')) : [])),
  ]);
  return [...people, ...purposes, ...listed, ...others];
}

/** Of instructions, which say how to behave as well: names, and what is listed behind a label. */
export function phrasesInInstructions(instructions: string): string[] {
  const { people, purposes, others } = namesIn(instructions);
  const listed = instructions.split('\n').flatMap((line) => labelled(line) ?? []);
  return [...people, ...purposes, ...listed, ...others];
}

function namesIn(text: string): Record<'people' | 'purposes' | 'others', string[]> {
  const runs = text.split('\n').flatMap(sentencesOf).flatMap(runsOf);
  const phrases = (wanted: boolean) =>
    runs.flatMap(({ isPerson, phrase }) => (isPerson === wanted ? [phrase] : []));
  return { people: phrases(true), purposes: runs.flatMap(({ forWhat }) => forWhat), others: phrases(false) };
}

const BULLET = /^\s*(?:[-*•·–—]|\d{1,3}[.)])\s+/;

/** Where a line is a list behind a label, or a thing and its price. */
function labelled(line: string): string[] | undefined {
  const content = line.replace(BULLET, '').trim();
  const [, label = '', rest = ''] = /^([^:–—]{2,60}?)\s*(?::|\s[-–—]\s)\s*(.*)$/.exec(content) ?? [];
  if (rest !== '' && PRICE.test(rest.slice(0, 3))) return items(label);
  return rest !== '' && LIST_LABEL.test(label) ? items(rest) : undefined;
}

/** Lower-case things that a sentence enumerates: "We offer cardiology, dental cleaning and root canals." */
function enumerated(sentence: string): string[] {
  const at = LISTING.exec(sentence);
  const rest = at ? sentence.slice(at.index + at[0].length) : '';
  return /,|\sand\s/.test(rest) ? items(rest) : [];
}

/** What a sentence says the price of: "An ultrasound scan costs 1,200 rupees." */
function priced(sentence: string): string[] {
  return sentence
    .split(/,\s+and\s+|\s+and\s+(?=an?\s)/)
    .flatMap((part) => (COSTS.test(part) ? items(part.slice(0, part.search(COSTS))) : []));
}

/** The items of an enumeration; what stands in brackets is one as well. */
function items(enumeration: string): string[] {
  return enumeration.split(/[,;/•|()[\]]|\s(?:and|or|&)\s/).flatMap((item) => {
    const price = item.search(PRICE);
    const words = (price < 0 ? item : item.slice(0, price))
      .replace(/^\s*(?:(?:and|or|an?|the|our|your)\s+)+/i, '')
      .replace(/[\s:=–—-]+$/, '')
      .replace(/(?:\s+(?:and|or|within|in|for|from|at|of|with|to|up|is|are))+$/i, '');
    return sayable(words);
  });
}

type Run = { phrase: string; isPerson: boolean; forWhat: string[] };

/** The capital words that stand together, without those that only begin the sentence. */
function runsOf(sentence: string): Run[] {
  const words = sentence.split(/\s+/).filter(Boolean);
  const runs: Run[] = [];
  let run: string[] = [];
  let begins = true;
  const close = (next: number) => {
    while (LINKS.has(plain(run.at(-1) ?? ''))) run.pop();
    const found = nameIn(run, begins);
    if (found) runs.push({ ...found, forWhat: found.isPerson ? purposeAt(words, next) : [] });
    run = [];
  };
  for (const [index, word] of words.entries()) {
    const isPart = isCapital(word) || (run.length > 0 && (LINKS.has(plain(word)) || isNumber(word)));
    if (run.length === 0) begins = index === 0;
    if (isPart) run.push(word);
    else close(index);
    if (isPart && /[,;:)"”]$/.test(word)) close(index + 1);
  }
  close(words.length);
  return runs;
}

function nameIn(run: readonly string[], begins: boolean): Omit<Run, 'forWhat'> | undefined {
  const first = run.findIndex((word) => !PLAIN_WORDS.has(plain(word)));
  if (first < 0) return undefined;
  const name = run.slice(first);
  while (PLAIN_WORDS.has(plain(name.at(-1) ?? ''))) name.pop();
  const isPerson = TITLES.has(plain(name[0] ?? '')) && name.length > 1;
  // A capital that only begins its sentence is any word; one of several capitals is an abbreviation.
  const isAnyWord = name.length === 1 && begins && first === 0 && !/[A-Z].*[A-Z]/.test(name[0] ?? '');
  const [phrase] = isAnyWord ? [] : sayable(name.join(' '));
  return phrase === undefined ? undefined : { phrase, isPerson };
}

/** What somebody is there for: "Dr. Anita Rao for gynaecology". */
function purposeAt(words: readonly string[], at: number): string[] {
  if (words[at] !== 'for') return [];
  const purpose: string[] = [];
  for (const word of words.slice(at + 1, at + 1 + MOST_WORDS)) {
    if (isCapital(word)) break;
    purpose.push(word);
    if (/[,;:.)]$/.test(word)) break;
  }
  return items(purpose.join(' '));
}

const isCapital = (word: string) => /^["“(]?[A-Z]/.test(word);
const isNumber = (word: string) => /^[0-9]{1,4}[A-Za-z]?[,.;:)]?$/.test(word);
const plain = (word: string) => word.toLowerCase().replace(/^["“(]+|[.,;:!?)"”]+$|['’]s$/g, '');

/** A phrase as it is said, or none where it can't be one. */
function sayable(words: string): string[] {
  const phrase = words
    .replace(/\s*&\s*/g, ' and ')
    .replace(/["“”()[\]]/g, '')
    .replace(/['’]s$/, '')
    .replace(/(?<=[a-z]{3})\.$|[,;:!?]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const isPlain = PLAIN_WORDS.has(phrase.toLowerCase()) || !/[A-Za-z]{3}|[A-Z]{2}/.test(phrase);
  return isPlain || phrase.split(' ').length > MOST_WORDS || !SAYABLE.test(phrase) ? [] : [phrase];
}

/** The full stops of titles, of initials and in numbers end no sentence. */
function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(/[.!?;:](?=\s|$)/g)) {
    const [before = ''] = /[A-Za-z]*$/.exec(line.slice(Math.max(0, index - 20), index)) ?? [];
    if (line[index] === '.' && (TITLES.has(before.toLowerCase()) || /^[A-Z]$/.test(before))) continue;
    sentences.push(line.slice(from, index));
    from = index + 1;
  }
  sentences.push(line.slice(from));
  return sentences.map((sentence) => sentence.replace(BULLET, '').trim()).filter(Boolean);
}
