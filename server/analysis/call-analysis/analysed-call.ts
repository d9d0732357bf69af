import type { Tx } from '../../infra/database.ts';
import type { Analysis, EndedCall } from './call-analysis.store.ts';
import type { ScriptedReading } from './scripted-reading.ts';

/** A call and what was found out about it. */
export type AnalysedCall = Omit<EndedCall, 'analysedLines'> &
  Pick<ScriptedReading, 'requests' | 'wants'> & {
    analysis: Analysis;
    /** False where words came after an earlier analysis, which this one replaces. */
    isFirst: boolean;
  };

/** What follows from an analysis, in the transaction that stores it. */
export type Consequence = (tx: Tx, call: AnalysedCall) => Promise<void>;
