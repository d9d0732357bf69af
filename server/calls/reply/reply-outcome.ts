import { agentSaysGoodbye } from '../../understanding/farewell.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { forEars } from '../speech/for-ears.ts';
import type { ReplySource } from '../turn.entity.ts';

/** A reply that nothing will be added to. */
export type ReplyOutcome = { sentences: string[]; source: ReplySource; endsCall: boolean };

type Reply = {
  sentences: readonly string[];
  turn: number;
  isFarewell: boolean;
  businessName: string;
  /** The persona's, BCP 47. */
  language: string;
};

/** What a reply comes to once the model has finished it. A farewell ends the call whatever the model made of it. */
export function finished({ sentences, isFarewell, businessName }: Reply, source: ReplySource): ReplyOutcome {
  return {
    sentences: [...sentences],
    source,
    endsCall: isFarewell || agentSaysGoodbye(sentences, forEars(businessName)),
  };
}

/**
 * What a reply comes to when the model failed: what it had said stays, then an apology and the call goes on. Where it
 * had said goodbye already, nothing is missing and the call ends.
 */
export function failed({ sentences, turn, isFarewell, businessName, language }: Reply): ReplyOutcome {
  const source = 'FALLBACK';
  if (agentSaysGoodbye(sentences, forEars(businessName)))
    return { sentences: [...sentences], source, endsCall: true };
  const { farewell, apology } = phrasesIn(language);
  return {
    sentences: [...sentences, isFarewell ? farewell(businessName) : apology(turn)],
    source,
    endsCall: isFarewell,
  };
}
