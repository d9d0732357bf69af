import { z } from 'zod';
import { CALL_ACTIVITY } from '../../calls/call-activity.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import type { Findings } from '../../language-model/analyst.ts';
import { requestsTaken } from '../../language-model/message-taken.ts';
import type { AnalysedCall, Consequence } from './analysed-call.ts';
import { hasTokensLeft, spend } from './analysis-budget.store.ts';
import { type Analysis, type EndedCall, readEndedCall, storeAnalysis } from './call-analysis.store.ts';
import { offerHeard } from './heard-customer.store.ts';
import type { ModelLine } from './model-line.ts';
import { gistOf } from './question-gist.ts';
import { scriptedAnalysis } from './scripted-analysis.ts';

export const ANALYSE_CALL = 'analyse-call';

const payloadOf = z.object({ tenantId: z.uuid(), callId: z.uuid() });

export type AnalyseCall = {
  database: Database;
  clock: Clock;
  log: Log;
  /** Undefined where no model is configured. */
  line: ModelLine | undefined;
  /** In this order, in the analysis's own transaction. */
  consequences: readonly Consequence[];
};

/** While the model is busy with others. */
const LATER_MS = 5_000;

/**
 * Finds out what a call that is over was about. Safe to repeat, and to be interrupted anywhere: a call that was
 * analysed already is left alone, unless the caller's words went on after that. Nothing that a model does or doesn't
 * do keeps a call from being analysed.
 */
export async function analyseCall(payload: unknown, deps: AnalyseCall): Promise<void> {
  const { tenantId, callId } = payloadOf.parse(payload);
  const { database, clock, line } = deps;
  const { call, mayAsk } = await database.inTenant(tenantId, async (tx) => ({
    call: await readEndedCall(tx, tenantId, callId),
    mayAsk: line !== undefined && (await hasTokensLeft(tx, tenantId, clock.now())),
  }));
  if (!call || (call.analysedLines ?? -1) >= call.lines.length) return;
  const hasWords = call.lines.some(({ speaker }) => speaker === 'CALLER');
  if (line && mayAsk && hasWords && line.isBusy) {
    const runAt = new Date(clock.now().getTime() + LATER_MS);
    const key = analysisKey(callId);
    await database.inTenant(tenantId, (tx) => tx.addJob(ANALYSE_CALL, { tenantId, callId }, { key, runAt }));
    return;
  }
  const requests = requestsTaken(call.lines);
  const scripted = scriptedAnalysis(call.lines, requests);
  const analysis = await analysisOf(call, scripted, line && mayAsk && hasWords ? line : undefined, deps.log);
  await keep({ ...call, analysis, requests }, deps);
}

/** At most one analysis of a call waits. */
export const analysisKey = (callId: string): string => `analyse ${callId}`;

async function analysisOf(
  call: EndedCall,
  scripted: Findings,
  line: ModelLine | undefined,
  log: Log,
): Promise<Analysis> {
  if (!line) return { ...scripted, source: 'SCRIPTED', model: null, tokens: 0 };
  const answer = await line.ask(call);
  switch (answer.kind) {
    case 'found': {
      const { findings, tokens } = answer;
      return { ...withWholeCurve(findings, scripted), source: 'LANGUAGE_MODEL', model: line.model, tokens };
    }
    case 'failed':
      log.warn(
        { call: call.callId, reason: answer.reason },
        'The model failed; the call is analysed by script',
      );
      return { ...scripted, source: 'SCRIPTED', model: null, tokens: answer.tokens };
  }
}

/** The lines that the model left out are scored by script. */
function withWholeCurve(findings: Findings, scripted: Findings): Findings {
  const found = new Map(findings.turnSentiments.map((turn) => [turn.number, turn]));
  return {
    ...findings,
    turnSentiments: scripted.turnSentiments.map((turn) => found.get(turn.number) ?? turn),
  };
}

/** Stores an analysis with all that follows from it: all of it happens, or nothing does. */
async function keep(
  { analysedLines, ...call }: EndedCall & Pick<AnalysedCall, 'analysis' | 'requests'>,
  { database, clock, consequences }: AnalyseCall,
): Promise<void> {
  const { tenantId, callId, analysis } = call;
  const now = clock.now();
  const work = async (tx: Tx) => {
    await spend(tx, tenantId, analysis.tokens, now);
    const gists = analysis.unansweredQuestions.map(gistOf);
    // Somebody else was quicker: only what it cost remains.
    if (!(await storeAnalysis(tx, call, { analysis, gists, now }))) return;
    await offerHeard(tx, call, analysis);
    for (const follows of consequences) await follows(tx, { ...call, isFirst: analysedLines === null });
    await tx.notify(CALL_ACTIVITY, JSON.stringify({ kind: 'ANALYSED', tenantId, callId }));
  };
  await database.inTenant(tenantId, work, { lock: analysisKey(callId) });
}
