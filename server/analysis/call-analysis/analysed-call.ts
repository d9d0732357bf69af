import type { Tx } from '../../infra/database.ts';
import type { RequestTaken } from '../../language-model/message-taken.ts';
import type { Analysis, EndedCall } from './call-analysis.store.ts';

/** A call and what was found out about it. */
export type AnalysedCall = Omit<EndedCall, 'analysedLines'> & {
  analysis: Analysis;
  /** What the caller left to be done, in the order in which it was said. */
  requests: readonly RequestTaken[];
  /** False where words came after an earlier analysis, which this one replaces. */
  isFirst: boolean;
};

/** What follows from an analysis, in the transaction that stores it. */
export type Consequence = (tx: Tx, call: AnalysedCall) => Promise<void>;
