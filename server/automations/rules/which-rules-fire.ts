import { assertNever } from '../../../shared/assert-never.ts';
import { INTENTS } from '../../understanding/intents/intents.ts';
import type { Rule } from '../automation.ts';
import type { CallFacts } from './call-facts.ts';
import { heldBackBy, otherIntents } from './conditions.ts';

/** When automations are asked: as soon as a caller wants a person, and when the call has been analysed. */
export type Phase = 'DURING_CALL' | 'AFTER_CALL';

/** What a rule makes of a call. Reasons are sentences for a tenant's screen. */
export type Verdict =
  | { kind: 'runs' }
  /** It isn't about such calls. */
  | { kind: 'not triggered'; reason: string }
  /** It is about such calls, but not about this one. */
  | { kind: 'held back'; reason: string };

/** Asks each rule about a call. Touches nothing. */
export function whichRulesFire<R extends Rule>(
  rules: readonly R[],
  facts: CallFacts,
  phase: Phase,
): { rule: R; verdict: Verdict }[] {
  return rules.map((rule) => ({ rule, verdict: verdictOf(rule, facts, phase) }));
}

/** What one rule makes of a call. */
export function verdictOf(rule: Rule, facts: CallFacts, phase: Phase): Verdict {
  const untriggered = notTriggeredBy(rule, facts, phase);
  if (untriggered !== undefined) return { kind: 'not triggered', reason: untriggered };
  const heldBack = heldBackBy(rule, facts);
  return heldBack === undefined ? { kind: 'runs' } : { kind: 'held back', reason: heldBack };
}

/** Why a call doesn't set a rule off; undefined where it does. */
function notTriggeredBy(rule: Rule, facts: CallFacts, phase: Phase): string | undefined {
  const { call, analysis, intents, customer } = facts;
  if (phase === 'DURING_CALL' && rule.trigger !== 'HUMAN_REQUESTED') return 'The call isn’t over.';
  switch (rule.trigger) {
    case 'CALL_COMPLETED':
      return call.status === 'COMPLETED' ? undefined : 'The call’s hangup never came.';
    case 'CALL_MISSED':
      return call.status === 'LOST' || !call.lines.some(({ speaker }) => speaker === 'CALLER')
        ? undefined
        : 'The caller was heard.';
    case 'NEGATIVE_SENTIMENT':
    case 'POSITIVE_SENTIMENT':
      if (!analysis) return 'The call hasn’t been analysed.';
      return `${analysis.sentiment}_SENTIMENT` === rule.trigger
        ? undefined
        : `The caller’s sentiment was ${analysis.sentiment.toLowerCase()}.`;
    case 'INTENT_DETECTED':
      return otherIntents(rule.intents.length > 0 ? rule.intents : IN_PARTICULAR, intents);
    case 'NEW_CUSTOMER':
      if (!customer) return 'The caller’s number is unknown.';
      return customer.isNew ? undefined : 'The customer has called before.';
    case 'HUMAN_REQUESTED':
      return intents.includes('SPEAK_TO_HUMAN') ? undefined : 'The caller didn’t ask for a person.';
    default:
      return assertNever(rule.trigger);
  }
}

/** GENERAL says that nothing in particular was wanted, so that it has to be asked for by name. */
const IN_PARTICULAR = INTENTS.filter((intent) => intent !== 'GENERAL');
