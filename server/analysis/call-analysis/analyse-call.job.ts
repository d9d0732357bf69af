import { z } from 'zod';
import { CALL_ACTIVITY } from '../../calls/call-activity.ts';
import { callEndedKey, enqueueCallEnded } from '../../calls/call-ended.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { type CallId, type TenantId, writtenCallId, writtenTenantId } from '../../infra/ids.ts';
import type { Log } from '../../infra/log.ts';
import type { ReachedBounds } from '../../infra/reached-bounds.ts';
import type { AnalystAnswer, Findings } from '../../language-model/analyst.ts';
import type { AnalysedCall, Consequence } from './analysed-call.ts';
import { hasTokensLeft, spend } from './analysis-budget.store.ts';
import { type Analysis, type EndedCall, readEndedCall, storeAnalysis } from './call-analysis.store.ts';
import { offerHeard } from './heard-customer.store.ts';
import type { ModelLine } from './model-line.ts';
import { gistOf } from './question-gist.ts';
import type { ScriptedReader } from './scripted-reader.ts';
import { notRead } from './scripted-reading.ts';

/** `verified` is left out by jobs of before. */
const payloadOf = z.object({
  ...{ tenantId: writtenTenantId, callId: writtenCallId },
  verified: z.boolean().default(false),
});

export type AnalyseCall = {
  database: Database;
  clock: Clock;
  log: Log;
  reader: ScriptedReader;
  /** Undefined where no model is configured. */
  line: ModelLine | undefined;
  /** Whether callers have to wait because of us. */
  isSlow?: () => boolean;
  /** Told of calls that no tokens are left for. */
  reached?: Pick<ReachedBounds, 'note'>;
  /** In this order, in the analysis's own transaction. */
  consequences: readonly Consequence[];
};

/** While callers have to wait because of us, an analysis is put off by so long. */
const PUT_OFF_MS = 5_000;
/** Words that come after the hangup come together: one more analysis is made once they have stopped. */
const PAUSE_MS = 5_000;

/**
 * Finds out what a call that is over was about. Safe to repeat, and to be interrupted anywhere: a call that was
 * analysed already is left alone, unless the caller's words went on after that. Nothing that a model does or doesn't
 * do keeps a call from being analysed.
 */
export async function analyseCall(payload: unknown, deps: AnalyseCall): Promise<void> {
  const { tenantId, callId, verified } = payloadOf.parse(payload);
  const { database, clock, line } = deps;
  const comeAgainAt = (runAt: Date) =>
    database.inTenant(tenantId, (tx) => enqueueCallEnded(tx, { tenantId, callId, verified }, runAt));
  if (deps.isSlow?.()) return comeAgainAt(new Date(clock.now().getTime() + PUT_OFF_MS));
  const { call, mayAsk } = await database.inTenant(tenantId, async (tx) => {
    const call = await readEndedCall(tx, tenantId, callId);
    return { call, mayAsk: call && line && (await hasTokensLeft(tx, call, clock.now())) };
  });
  if (!call || (call.analysedLines ?? -1) >= call.lines.length) return;
  const hasWords = call.lines.some(({ speaker }) => speaker === 'CALLER');
  const asking = mayAsk && hasWords ? line : undefined;
  if (line && !mayAsk && hasWords) deps.reached?.note('analysis_tokens_a_day');
  if (asking?.isBusyFor(call)) return comeAgainAt(asking.placeFor(call, clock.now()));
  const answer = await asking?.ask(call);
  const reading = (await deps.reader.read(call.lines)) ?? notRead;
  const analysis = analysisOf(reading.findings, asking && answer && { answer, model: asking.model });
  if (answer?.kind === 'failed')
    deps.log.warn(
      { call: callId, reason: answer.reason },
      'The model failed; the call is analysed by script',
    );
  await keep({ ...call, analysis, requests: reading.requests, wants: reading.wants }, deps);
}

/** Has a call analysed again whose words went on after the hangup, once no more have come for a while. */
export const analyseLateWords = (
  tx: Tx,
  call: { tenantId: TenantId; callId: CallId; verified: boolean },
  now: Date,
): Promise<void> => enqueueCallEnded(tx, call, new Date(now.getTime() + PAUSE_MS));

/** @param asked undefined where no model was asked */
function analysisOf(
  scripted: Findings,
  asked: { answer: AnalystAnswer; model: string } | undefined,
): Analysis {
  if (asked?.answer.kind !== 'found')
    return { ...scripted, source: 'SCRIPTED', model: null, tokens: asked?.answer.tokens ?? 0 };
  const { findings, tokens } = asked.answer;
  return { ...withWholeCurve(findings, scripted), source: 'LANGUAGE_MODEL', model: asked.model, tokens };
}

/** The lines that the model left out are scored by script. */
function withWholeCurve(findings: Findings, scripted: Findings): Findings {
  const scores = new Map(
    [...scripted.turnSentiments, ...findings.turnSentiments].map((turn) => [turn.number, turn]),
  );
  return { ...findings, turnSentiments: [...scores.values()].sort((a, b) => a.number - b.number) };
}

/** Stores an analysis with all that follows from it: all of it happens, or nothing does. */
async function keep(
  { analysedLines, ...call }: EndedCall & Pick<AnalysedCall, 'analysis' | 'requests' | 'wants'>,
  { database, clock, consequences }: AnalyseCall,
): Promise<void> {
  const { tenantId, callId, analysis } = call;
  const now = clock.now();
  const work = async (tx: Tx) => {
    await spend(tx, call, analysis.tokens, now);
    const gists = analysis.unansweredQuestions.map(gistOf);
    // Another process stored its analysis first: only what this one cost is kept.
    if (!(await storeAnalysis(tx, call, { analysis, gists, now }))) return;
    await offerHeard(tx, call, analysis);
    for (const follows of consequences) await follows(tx, { ...call, isFirst: analysedLines === null });
    await tx.notify(CALL_ACTIVITY, JSON.stringify({ kind: 'ANALYSED', tenantId, callId }));
  };
  await database.inTenant(tenantId, work, { lock: callEndedKey(callId) });
}
