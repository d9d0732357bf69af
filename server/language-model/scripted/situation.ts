import type { OpeningFacts } from '../briefing.ts';
import type { ReplyRequest } from '../language-model.ts';
import { type Fact, factsOf } from './answers/facts.ts';
import { followCall } from './call.ts';
import type { CallSoFar } from './call-so-far.ts';
import { nextOf, spokenBy } from './phrases.ts';
import { readSaying, type Saying } from './reading/saying.ts';
import { recentLines } from './recent-lines.ts';
import { afterCaller } from './turn.ts';

/** All that a reply is made from. */
export type Situation = {
  businessName: string;
  agentName: string;
  facts: readonly Fact[];
  /** Doctors and patients: an emergency may come in, and nothing is said that a doctor should say. */
  isMedical: boolean;
  /** From the customer's record. */
  callerName: string | undefined;
  localTime: string;
  /** Undefined where the business states no opening hours. */
  opening: OpeningFacts | undefined;
  saying: Saying;
  before: CallSoFar;
  after: CallSoFar;
  /** The receptionist's own lines so far. */
  spoken: readonly string[];
  /** The next of several ways to say something. */
  say(ways: readonly string[]): string;
};

const MEDICAL =
  /hospital|clinic|doctor|medical|dental|dentist|maternity|nursing home|healthcare|health cent|physio|patholog|diagnostic|ayurved|homeopath|\bdr\b/iu;

/** Reads a request: the call up to the caller's last line, and that line. */
export function readSituation({ persona, lines, caller, localTime, opening }: ReplyRequest): Situation {
  const isAnswerable = lines.at(-1)?.speaker === 'CALLER';
  const earlier = isAnswerable ? lines.slice(0, -1) : lines;
  const saying = readSaying(isAnswerable ? (lines.at(-1)?.text ?? '') : '');
  const before = followCall(recentLines(earlier));
  const spoken = spokenBy(earlier);
  return {
    businessName: oneLine(persona.businessName, 80) || 'our office',
    agentName: oneLine(persona.agentName, 40) || 'the assistant',
    facts: factsOf(persona),
    isMedical: MEDICAL.test(
      `${persona.businessName} ${persona.facts} ${persona.instructions}`.slice(0, 5_000),
    ),
    callerName: speakable(caller.name),
    localTime: oneLine(localTime, 80),
    opening,
    saying,
    before,
    after: afterCaller(before, saying),
    spoken,
    say: (ways) => nextOf(ways, spoken),
  };
}

const oneLine = (text: string, longest: number): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();

/** A name as it stands in the records, unless it is none. */
function speakable(name: string | undefined): string | undefined {
  const plain = oneLine(name ?? '', 40);
  return /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(plain) && !/\bbye\b/iu.test(plain) ? plain : undefined;
}
