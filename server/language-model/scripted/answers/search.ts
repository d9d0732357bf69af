import type { Intent } from '../../../understanding/intents/intents.ts';
import type { Fact, Subject } from './facts.ts';
import { type Term, termsOf } from './terms.ts';

/** What is known of a question: `about` it, about `part` of it, something `near` it, or nothing. */
export type Finding = { fit: 'about' | 'part' | 'near'; facts: readonly Fact[] } | undefined;

const MOST = 2;
/** Less than this part of what was asked for, and a fact is about something else. */
const ENOUGH = 0.5;

/** A price without its amount, a place without a road: said only where asked for. */
const SUBSTANCE: Readonly<Record<Subject, RegExp>> = {
  PRICING: /\d/u,
  OPENING_HOURS: /\d|\bopen\b|\bclosed\b/iu,
  LOCATION:
    /\b(road|street|address|located|location|lane|avenue|sector|nagar|marg|colony|chowk|circle|cross|opposite)\b|\b\d{6}\b/iu,
};

/** "The fee" of a doctor is that of a consultation. */
const FEE = /\bfees?\b|फीस/iu;

/** "Do you give discounts?" asks for none. */
const ASKS_A_PRICE =
  /\b(how much|price|pricing|cost|fees?|fess|charge|charges|charged|chargeable|rates?|tariff|expensive|costly|cheap|pay|amount|free|package|kitn[aei]|paisa|paise|kharcha?|daam|keemat|rupees?|rupaye)|फी|खर्च|दाम|कीमत|पैस|चार्ज|रुप|कितन/iu;

/** The facts that answer what was asked, for each of its subjects. */
export function findFacts(facts: readonly Fact[], question: string, intents: readonly Intent[]): Finding {
  const terms = distinct(termsOf(question));
  const subjects = intents.filter(
    (intent): intent is Subject =>
      intent in SUBSTANCE && (intent !== 'PRICING' || ASKS_A_PRICE.test(question)),
  );
  if (subjects.length === 0) return among(facts, facts, terms);
  const findings = subjects
    .map((subject) => onSubject(facts, subject, terms, FEE.test(question)))
    .filter((found) => found !== undefined);
  if (findings.length === 0) return among(facts, facts, terms);
  return {
    fit: findings.some(({ fit }) => fit === 'near') ? 'near' : 'about',
    facts: [...new Set(findings.flatMap(({ facts: found }) => found))].slice(0, MOST + 1),
  };
}

function onSubject(
  facts: readonly Fact[],
  subject: Subject,
  terms: readonly Term[],
  asksForFee: boolean,
): Finding {
  const candidates = facts.filter(({ subjects }) => subjects.has(subject));
  const found = among(candidates, facts, terms);
  if (found) return found;
  const substantial = candidates.filter(({ text }) => SUBSTANCE[subject].test(text));
  const usual = substantial.filter(({ text }) => asksForFee && /\bconsult/iu.test(text));
  const general = usual.length > 0 ? usual : substantial;
  // A caller who asks for the way gets the address, wherever they come from and whatever they look for.
  const isSpecific = subject !== 'LOCATION' && terms.some((term) => !term.isWeak && isMeant(term, facts));
  const most = subject === 'LOCATION' || isSpecific ? 1 : MOST;
  return general.length > 0
    ? { fit: isSpecific ? 'near' : 'about', facts: general.slice(0, most) }
    : undefined;
}

/** Something one can ask for, not a word that speech recognition made up. */
const isMeant = ({ text, isThing }: Term, facts: readonly Fact[]) =>
  isThing || facts.some(({ terms }) => terms.has(text));

/** The best of the candidates by what they share with the question, a rare word counting for more. */
function among(candidates: readonly Fact[], all: readonly Fact[], terms: readonly Term[]): Finding {
  const strong = terms.filter(({ isWeak }) => !isWeak);
  const asked = strong.length > 0 ? strong : terms;
  const weight = ({ text }: Term) =>
    Math.log(1 + all.length / (1 + all.filter((fact) => fact.terms.has(text)).length));
  const meant = asked.filter((term) => isMeant(term, all)).reduce((sum, term) => sum + weight(term), 0);
  const scored = candidates
    .map((fact) => ({
      fact,
      score: asked.filter(({ text }) => fact.terms.has(text)).reduce((sum, term) => sum + weight(term), 0),
    }))
    .filter(({ score }) => score > 0 && score >= meant * ENOUGH)
    .sort((one, other) => other.score - one.score);
  const best = scored[0];
  if (!best) return undefined;
  const facts = scored
    .filter(({ score }) => score >= best.score * 0.8)
    .slice(0, strong.length > 0 ? MOST : 1);
  const isAll = best.score >= meant * 0.99;
  return { fit: isAll ? 'about' : 'part', facts: facts.map(({ fact }) => fact) };
}

const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [term.text, term])).values(),
];
