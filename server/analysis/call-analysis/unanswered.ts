import type { NumberedLine } from '../../language-model/analyst.ts';

/** How a receptionist admits that it can't answer. */
const DOES_NOT_KNOW =
  /\b(?:(?:do|does|did|can|could|am|is)(?:n['’]t| not)|cannot|unable to|afraid)\b[^.?!]{0,60}\b(?:know|sure|certain|tell you|say|answer|find|information|details|have (?:that|this|it|any|an?|the))\b|\bnot (?:quite )?(?:sure|certain)\b|\bno (?:information|details)\b/iu;
/** These say that the question was not understood, not that there is no answer. */
const DID_NOT_UNDERSTAND = /\b(?:hear|catch|understand|understood|follow|repeat|say (?:that|it) again)\b/iu;

const FEWEST_WORDS = 3;
const LONGEST = 200;
const MOST = 10;

/** What the caller asked and the receptionist had no answer to, as it was asked. */
export function unansweredIn(lines: readonly NumberedLine[]): string[] {
  const questions = lines.flatMap(({ speaker, text }, index) => {
    const before = lines[index - 1];
    if (speaker !== 'AGENT' || before?.speaker !== 'CALLER' || !admitsIgnorance(text)) return [];
    const question = questionIn(before.text);
    return question === undefined ? [] : [question];
  });
  return [...new Set(questions)].slice(0, MOST);
}

const admitsIgnorance = (text: string) =>
  (text.match(/[^.!?]+[.!?]*/gu) ?? []).some(
    (sentence) => DOES_NOT_KNOW.test(sentence) && !DID_NOT_UNDERSTAND.test(sentence),
  );

/** The sentence with the question mark; speech recognition often leaves it out, and then it is all that was said. */
function questionIn(said: string): string | undefined {
  const sentences = said.match(/[^.!?।]+[.!?।]*/gu) ?? [];
  const question = (sentences.find((sentence) => sentence.includes('?')) ?? said)
    .replace(/\s+/gu, ' ')
    .trim();
  return question.split(' ').length < FEWEST_WORDS ? undefined : question.slice(0, LONGEST).toWellFormed();
}
