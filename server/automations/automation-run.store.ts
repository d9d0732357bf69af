import { at, type Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { ActionSpec, AutomationTrigger } from './automation.ts';

export const RUN_OUTCOMES = ['RAN', 'HELD_BACK'] as const;
/** HELD_BACK: the trigger came, and a condition wasn't met. */
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export const ACTION_OUTCOMES = ['DONE', 'QUEUED', 'SKIPPED'] as const;
/** QUEUED: a delivery tells how it goes on. */
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** What became of one action. The reason is a sentence, where it was skipped. */
export type ActionRun = { kind: ActionSpec['kind']; outcome: ActionOutcome; reason: string | null };

/** What an automation made of a call. */
export type AutomationRun = {
  tenantId: string;
  id: string;
  automationId: string;
  callId: string;
  trigger: AutomationTrigger;
  outcome: RunOutcome;
  /** Why it was held back, as a sentence. */
  reason: string | null;
  actions: ActionRun[];
  ranAt: Date;
};

/**
 * Claims an automation's one run for a call and a trigger. A run that was held back is claimed anew where its
 * conditions are met after all.
 * @returns false where it ran before, or was held back again
 */
export async function claimRun(tx: Tx, run: Omit<AutomationRun, 'actions'>): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>(
    `insert into automation_runs as stored (tenant_id, id, automation_id, call_id, trigger, outcome, reason, ran_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, automation_id, call_id, trigger) do update
       set outcome = excluded.outcome, reason = excluded.reason, ran_at = excluded.ran_at
       where stored.outcome = 'HELD_BACK' and excluded.outcome = 'RAN'
     returning id`,
    [run.tenantId, run.id, run.automationId, run.callId, run.trigger, run.outcome, run.reason, run.ranAt],
  );
  return row?.id;
}

/** Writes down what became of a run's actions. */
export async function noteActions(
  tx: Tx,
  { tenantId, id }: Pick<AutomationRun, 'tenantId' | 'id'>,
  actions: readonly ActionRun[],
): Promise<void> {
  await tx.query('update automation_runs set actions = $3::jsonb where tenant_id = $1 and id = $2', [
    tenantId,
    id,
    JSON.stringify(actions),
  ]);
}

export async function countRun(
  tx: Tx,
  automation: { tenantId: string; id: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `update automations set run_count = run_count + 1, last_run_at = greatest(last_run_at, $3)
      where tenant_id = $1 and id = $2`,
    [automation.tenantId, automation.id, now],
  );
}

type Raw = Omit<AutomationRun, 'ranAt'> & { ranAt: string };

export const shown = (row: Raw): AutomationRun => ({ ...row, ranAt: at(row.ranAt) });
export const placeOf = ({ ranAt, id }: Raw): Keyset => ({ at: ranAt, id });

const RUN = `tenant_id as "tenantId", id, automation_id as "automationId", call_id as "callId", trigger, outcome, reason,
  actions, ran_at as "ranAt"`;

/** The newest first. */
export async function listRuns(
  tx: Tx,
  { tenantId, id }: { tenantId: string; id: string },
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<Raw[]> {
  return tx.query<Raw>(
    `select ${RUN} from automation_runs
      where tenant_id = $1 and automation_id = $2 and ($3::timestamptz is null or (ran_at, id) < ($3, $4::uuid))
      order by ran_at desc, id desc limit $5`,
    [tenantId, id, after?.at ?? null, after?.id ?? null, limit],
  );
}

export async function countRuns(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<number> {
  const row = await tx.one<{ amount: number }>(
    'select count(*)::int as amount from automation_runs where tenant_id = $1 and automation_id = $2',
    [tenantId, id],
  );
  return row?.amount ?? 0;
}

export async function findRun(tx: Tx, id: string): Promise<AutomationRun | undefined> {
  const row = await tx.one<Raw>(`select ${RUN} from automation_runs where id = $1`, [id]);
  return row && shown(row);
}
