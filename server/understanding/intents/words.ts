import model from 'wink-eng-lite-web-model';
import winkNLP, { type Document, type ItsFunction, type WinkMethods } from 'wink-nlp';
import { smallWords } from '../phrases/languages.ts';
import { clausesFrom, isWord } from '../text/clauses.ts';
import { plainText } from '../text/spellings.ts';

/** A word as it was said, in its basic form, and whether the sentence denies it. */
export type Word = {
  /** Lower case, as spoken: "charges". */
  text: string;
  /** Its basic form, in American spelling: "charge". */
  lemma: string;
  /** "no pain": pain isn't there. */
  isNegated: boolean;
  /** Carries no meaning of its own: "the". */
  isStop: boolean;
  isNoun: boolean;
};

/** Words between two stops; what belongs together stands in one. */
export type Clause = readonly Word[];

let loaded: WinkMethods | undefined;

/** Loads the English model, some 110 ms of work, once; the first reading does it otherwise. */
export function loadLanguage(): WinkMethods {
  if (!loaded) {
    loaded = winkNLP(model, ['negation', 'pos']);
    // The first text costs another 7 ms.
    loaded.readDoc('Hello, I am not sure when you open.');
  }
  return loaded;
}

let emptyDoc: Document | undefined;

/** Whether English has this word, as far as the model knows. */
export function isEnglishWord(word: string): boolean {
  emptyDoc ??= loadLanguage().readDoc('');
  return !emptyDoc.isOOV(word);
}

/** What was said, clause by clause; of a very long text, its beginning and its end. */
export function clausesOf(text: string): Clause[] {
  const nlp = loadLanguage();
  // The types of wink-nlp 2.4.0 know lemma's third parameter where its own functions may only have two.
  const lemma = nlp.its.lemma as unknown as ItsFunction<string>;
  const tokens = nlp.readDoc(plainText(text)).tokens();
  const texts = tokens.out();
  const lemmas = tokens.out(lemma);
  const denied = tokens.out(nlp.its.negationFlag).map(Boolean);
  const partsOfSpeech: readonly string[] = tokens.out(nlp.its.pos);
  const stops = tokens.out(nlp.its.stopWordFlag).map(Boolean);
  let reachesOn = true;
  const words = texts.map((text, index): Word => {
    const before = texts[index - 1] ?? '';
    const isDenied = denied[index] === true;
    if (!isDenied) reachesOn ||= isWord(text);
    else if (STARTS_AFRESH.has(text) && !/^(think|believe|say|mean|that)$/.test(before)) reachesOn = false;
    return {
      text,
      lemma: lemmas[index] ?? text,
      isNegated: (isDenied && reachesOn) || DENIES_BEFORE.has(texts[index + 1] ?? ''),
      isStop: stops[index] === true,
      isNoun: /^(NOUN|PROPN)$/.test(partsOfSpeech[index] ?? ''),
    };
  });
  return clausesFrom(words, ({ text }) => text).map((clause) => clause.words);
}

/** A denial doesn't reach over these: "no no please come, it's an emergency". */
const STARTS_AFRESH = smallWords('wishBeginsAfresh');

/** Hindi denies after the word: "emergency nahi hai". */
const DENIES_BEFORE = smallWords('deniesBefore');
