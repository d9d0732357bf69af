import type { Tx } from '../infra/database.ts';
import type { Keyset } from '../infra/graphql/connection.ts';
import type { CallId, TenantId } from '../infra/ids.ts';
import { comesAfter, exactly, json } from '../infra/tables.ts';
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
  tenantId: TenantId;
  id: string;
  automationId: string;
  callId: CallId;
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
 * @returns undefined where it ran before, or was held back again
 */
export async function claimRun({ db }: Tx, run: Omit<AutomationRun, 'actions'>): Promise<string | undefined> {
  const claimed = await db
    .insertInto('automationRuns')
    .values(run)
    .onConflict((there) =>
      there
        .columns(['tenantId', 'automationId', 'callId', 'trigger'])
        .doUpdateSet((eb) => ({
          outcome: eb.ref('excluded.outcome'),
          reason: eb.ref('excluded.reason'),
          ranAt: eb.ref('excluded.ranAt'),
        }))
        .where('automationRuns.outcome', '=', 'HELD_BACK')
        .where('excluded.outcome', '=', 'RAN'),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed?.id;
}

/** Writes down what became of a run's actions. */
export async function noteActions(
  { db }: Tx,
  { tenantId, id }: Pick<AutomationRun, 'tenantId' | 'id'>,
  actions: readonly ActionRun[],
): Promise<void> {
  await db
    .updateTable('automationRuns')
    .set({ actions: json([...actions]) })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

export async function countRun(
  { db }: Tx,
  automation: { tenantId: TenantId; id: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('automations')
    .set((eb) => ({
      runCount: eb('runCount', '+', 1),
      lastRunAt: eb.fn<Date>('greatest', ['lastRunAt', eb.val(now)]),
    }))
    .where('tenantId', '=', automation.tenantId)
    .where('id', '=', automation.id)
    .execute();
}

/** With its place in the list: when it ran, to the microsecond. */
type ListedRun = AutomationRun & { place: string };

export const placeOf = ({ place, id }: ListedRun): Keyset => ({ at: place, id });

const SHOWN = [
  'tenantId',
  'id',
  'automationId',
  'callId',
  'trigger',
  'outcome',
  'reason',
  'actions',
  'ranAt',
] as const;

/** The newest first. */
export function listRuns(
  { db }: Tx,
  { tenantId, id }: { tenantId: TenantId; id: string },
  { after, limit }: { after: Keyset | undefined; limit: number },
): Promise<ListedRun[]> {
  return db
    .selectFrom('automationRuns')
    .select([...SHOWN, (eb) => exactly(eb.ref('ranAt')).as('place')])
    .where('tenantId', '=', tenantId)
    .where('automationId', '=', id)
    .where((eb) => comesAfter([eb.ref('ranAt'), eb.ref('id')], after))
    .orderBy('ranAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countRuns(
  { db }: Tx,
  { tenantId, id }: { tenantId: TenantId; id: string },
): Promise<number> {
  const { amount } = await db
    .selectFrom('automationRuns')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('tenantId', '=', tenantId)
    .where('automationId', '=', id)
    .executeTakeFirstOrThrow();
  return amount;
}

export function findRun({ db }: Tx, id: string): Promise<AutomationRun | undefined> {
  return db.selectFrom('automationRuns').select(SHOWN).where('id', '=', id).executeTakeFirst();
}

/** The oldest first, with their deliveries. @returns how many went, at most `limit` */
export async function deleteRunsBefore({ db }: Tx, before: Date, limit: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('automationRuns')
    .using((eb) =>
      eb
        .selectFrom('automationRuns')
        .select(['tenantId', 'id'])
        .where('ranAt', '<', before)
        .orderBy('ranAt')
        .limit(limit)
        .as('old'),
    )
    .whereRef('automationRuns.tenantId', '=', 'old.tenantId')
    .whereRef('automationRuns.id', '=', 'old.id')
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
