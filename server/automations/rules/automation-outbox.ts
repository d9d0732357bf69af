import type { AnalysedCall } from '../../analysis/call-analysis/analysed-call.ts';
import type { Escalation } from '../../follow-ups/follow-up-escalation.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Phase } from './which-rules-fire.ts';

export const RUN_AUTOMATIONS = 'run-automations';

/** A call that a tenant's automations are to be asked about. */
export type DueCall = { tenantId: string; callId: string; phase: Phase };

/** Has a call's automations run once this transaction is committed. Safe to repeat: they run once in effect. */
async function askAutomations(tx: Tx, { tenantId, callId, phase }: DueCall, now: Date): Promise<void> {
  await tx.query(
    `with due as (
       insert into due_automations (tenant_id, call_id, phase, due_at) values ($1, $2, $3, $4) on conflict do nothing
     )
     select internal.add_job($5, json_build_object('tenantId', $1::uuid, 'callId', $2::uuid, 'phase', $3::text), $6, null)`,
    [tenantId, callId, phase, now, RUN_AUTOMATIONS, keyOf({ callId, phase })],
  );
}

/** A consequence of an analysis. A second one asks again, for what it found besides. */
export const automationsAfterCall =
  (clock: Clock) =>
  (tx: Tx, { tenantId, callId }: Pick<AnalysedCall, 'tenantId' | 'callId'>): Promise<void> =>
    askAutomations(tx, { tenantId, callId, phase: 'AFTER_CALL' }, clock.now());

/** What follows besides where a caller wants a person. */
export const automationsDuringCall =
  (clock: Clock) =>
  async (tx: Tx, { tenantId, callId, reason }: Omit<Escalation, 'number'>): Promise<void> => {
    if (reason !== 'HUMAN_REQUESTED') return;
    await askAutomations(tx, { tenantId, callId, phase: 'DURING_CALL' }, clock.now());
  };

/** Whoever asks takes it away, in the transaction that carries out the answers. */
export async function takeDue(tx: Tx, { tenantId, callId, phase }: DueCall): Promise<void> {
  await tx.query('delete from due_automations where tenant_id = $1 and call_id = $2 and phase = $3', [
    tenantId,
    callId,
    phase,
  ]);
}

/** A job that hasn't come by then went down with its process. */
const MISSED_AFTER_MS = 60_000;

/** Has automations run whose job was lost. */
export async function resumeAutomations(database: Database, clock: Clock): Promise<void> {
  const missed = new Date(clock.now().getTime() - MISSED_AFTER_MS);
  await database.asPlatform(async (tx) => {
    const due = await tx.query<DueCall>(
      `select tenant_id as "tenantId", call_id as "callId", phase from due_automations
        where due_at < $1 order by due_at limit 1000`,
      [missed],
    );
    for (const call of due) await tx.addJob(RUN_AUTOMATIONS, call, { key: keyOf(call) });
  });
}

const keyOf = ({ callId, phase }: Pick<DueCall, 'callId' | 'phase'>) => `automations ${callId} ${phase}`;
