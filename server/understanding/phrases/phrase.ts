/** A word as a phrase meets it. Where nothing is known of its basic form or of denials, `lemma` is the text. */
export type Said = { text: string; lemma: string; isNegated: boolean };

/** What one place of a phrase asks of one word. */
export type WordTest = { whole: ReadonlySet<string>; beginnings: readonly string[]; isNumber: boolean };

/** One place of a phrase. */
export type Step = {
  /** One word that fits, or several in a row. */
  word: WordTest;
  rows: readonly (readonly WordTest[])[];
  fitsDenied: boolean;
  mayBeMissing: boolean;
  /** How many other words may come before it. */
  gap: number;
};
/** What a phrase looks for, and whether it must begin or end the clause. */
export type Phrase = {
  source: string;
  steps: readonly Step[];
  begins: boolean;
  ends: boolean;
  /** There are several ways in which it may stand at one place. */
  isFlexible: boolean;
  /** How many words it takes at most, with those that it leaves out. */
  mostWords: number;
  /** Words that "…" doesn't leave out. */
  gapEndsAt: ReadonlySet<string>;
};

/** Where phrases are looked for, which says what in them can be found at all. */
export type Usage = {
  /** Words that stand for each other, by the name under which phrases ask for them. */
  groups: Readonly<Record<string, string>>;
  /** How this use's text writes a word: what is written otherwise could never be found. */
  written(word: string): string;
  /** Whether words are known to be denied, so that `~` says something. */
  knowsDenials: boolean;
  /** Words with which something else begins, so that "…" doesn't leave them out. */
  gapEndsAt: ReadonlySet<string>;
  /** Whether every phrase ends what was said, as if it had a `$`. */
  isClosing: boolean;
};

/** How many words "…" leaves out at most. */
const GAP = 4;

/**
 * Reads a phrase; README.md explains the notation.
 * @throws Error that says what is wrong with it
 */
export function readPhrase(source: string, usage: Usage): Phrase {
  const items = source.split(' ');
  if (items.includes('')) throw new Error('is empty, or has two spaces in a row');
  const begins = items[0] === '^';
  const ends = items.length > 1 && items.at(-1) === '$';
  const steps: Step[] = [];
  let gap = 0;
  for (const item of items.slice(begins ? 1 : 0, ends ? -1 : undefined)) {
    if (item === '^' || item === '$') throw new Error(`has "${item}" within it, where it can never stand`);
    if (item === '…' && (gap > 0 || steps.length === 0)) throw new Error('has a "…" that follows no word');
    if (item === '…') gap = GAP;
    else {
      steps.push({ ...stepOf(item, usage), gap });
      gap = 0;
    }
  }
  if (gap > 0) throw new Error('has a "…" that no word follows');
  if (steps.every(({ mayBeMissing }) => mayBeMissing))
    throw new Error('asks for no word, so it is everywhere');
  return {
    source,
    steps,
    begins,
    ends: ends || usage.isClosing,
    isFlexible: steps.filter((step) => step.mayBeMissing || step.gap > 0 || step.rows.length > 0).length > 1,
    mostWords: steps.reduce(
      (sum, { gap: left, rows }) => sum + left + Math.max(1, ...rows.map((row) => row.length)),
      0,
    ),
    gapEndsAt: usage.gapEndsAt,
  };
}

/** Steps that were read already: many phrases ask for `<visit>`. */
const stepsRead = new WeakMap<Usage, Map<string, Omit<Step, 'gap'>>>();

function stepOf(item: string, usage: Usage): Omit<Step, 'gap'> {
  const read = stepsRead.get(usage) ?? new Map<string, Omit<Step, 'gap'>>();
  stepsRead.set(usage, read);
  const step = read.get(item) ?? readStep(item, usage);
  read.set(item, step);
  return step;
}

function readStep(item: string, usage: Usage): Omit<Step, 'gap'> {
  const fitsDenied = item.startsWith('~');
  if (fitsDenied && !usage.knowsDenials) throw new Error('has a "~", but nothing is denied here');
  const mayBeMissing = item.endsWith('?');
  const choices = item
    .slice(fitsDenied ? 1 : 0, mayBeMissing ? -1 : undefined)
    .split('|')
    .flatMap((choice) => wordsOfGroup(choice, usage) ?? [choice]);
  const seen = new Set<string>();
  for (const choice of choices) {
    if (seen.has(choice)) throw new Error(`has "${choice}" twice`);
    seen.add(choice);
    if (choice !== '#') checkWord(choice, usage);
  }
  const single = choices.filter((choice) => !choice.includes('_'));
  const rows = choices.filter((choice) => choice.includes('_'));
  return {
    word: wordTest(single),
    rows: rows.map((row) => row.split('_').map((word) => wordTest([word]))),
    fitsDenied,
    mayBeMissing,
  };
}

function wordsOfGroup(choice: string, { groups }: Usage): string[] | undefined {
  const name = /^<(\w+)>$/u.exec(choice)?.[1];
  if (name === undefined) return undefined;
  const words = Object.hasOwn(groups, name) ? groups[name] : undefined;
  if (words === undefined) throw new Error(`asks for the group "${name}", which there isn't`);
  return words.split('|');
}

/** What was found right already, since the same words stand in many phrases. */
const known = new WeakMap<Usage, Set<string>>();

/**
 * Checks a word, or `several_words`, or `begin*`.
 * @throws Error that says why it could never be found
 */
export function checkWord(choice: string, usage: Usage): void {
  const right = known.get(usage) ?? new Set();
  known.set(usage, right);
  if (right.has(choice)) return;
  for (const part of choice.split('_')) {
    if (!/^[\p{L}\p{M}\p{N}.]+\*?$/u.test(part)) throw new Error(`has "${choice}", which is no word`);
    const word = part.replace(/\*$/u, '');
    // A beginning may be no word yet, and have a spelling that the whole word hasn't.
    const found = part === word ? usage.written(word) : word.toLowerCase().normalize('NFKC');
    if (found !== word) throw new Error(`has "${part}", which can never be found: it is written "${found}"`);
  }
  right.add(choice);
}

function wordTest(choices: readonly string[]): WordTest {
  return {
    whole: new Set(choices.filter((choice) => !choice.endsWith('*') && choice !== '#')),
    beginnings: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
    isNumber: choices.includes('#'),
  };
}
