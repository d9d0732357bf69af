import { at, type Tx } from '../infra/database.ts';
import type { Automation } from './automation.ts';
import type { AutomationTraits } from './rules/automation-input.ts';

/** As PostgreSQL delivers it. */
type Raw = Omit<Automation, 'createdAt' | 'lastRunAt'> & { createdAt: string; lastRunAt: string | null };

const AUTOMATION = `a.tenant_id as "tenantId", a.id, a.name, a.enabled, a.trigger, a.intents, a.conditions,
  a.created_at as "createdAt", a.last_run_at as "lastRunAt", a.run_count as "runCount",
  coalesce((select json_agg(json_build_object('id', c.id, 'spec', c.spec, 'hasSecret', c.has_secret) order by c.position)
     from automation_actions c where c.tenant_id = a.tenant_id and c.automation_id = a.id), '[]') as actions`;

/** Reads automations as the transaction may see them. @param rest what stands after `from automations a` */
async function select(tx: Tx, rest: string, parameters: readonly unknown[]): Promise<Automation[]> {
  const rows = await tx.query<Raw>(`select ${AUTOMATION} from automations a ${rest}`, parameters);
  return rows.map(({ createdAt, lastRunAt, ...row }) => ({
    ...row,
    createdAt: at(createdAt),
    lastRunAt: lastRunAt === null ? null : at(lastRunAt),
  }));
}

/** A tenant's, the oldest first. */
export const automationsOf = (tx: Tx, tenantId: string): Promise<Automation[]> =>
  select(tx, 'where a.tenant_id = $1 order by a.created_at, a.id', [tenantId]);

export async function findAutomation(tx: Tx, id: string): Promise<Automation | undefined> {
  return (await select(tx, 'where a.id = $1', [id]))[0];
}

/** As findAutomation; nobody else changes it before the transaction ends. */
export async function lockAutomation(tx: Tx, id: string): Promise<Automation | undefined> {
  await tx.query('select from automations where id = $1 for no key update', [id]);
  return findAutomation(tx, id);
}

export async function insertAutomation(
  tx: Tx,
  automation: AutomationTraits & { tenantId: string; id: string; now: Date },
): Promise<void> {
  await tx.query(
    `insert into automations (tenant_id, id, name, enabled, trigger, intents, conditions, created_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [
      automation.tenantId,
      automation.id,
      automation.name,
      automation.enabled,
      automation.trigger,
      automation.intents,
      JSON.stringify(automation.conditions),
      automation.now,
    ],
  );
}

export async function writeTraits(tx: Tx, id: string, traits: AutomationTraits): Promise<void> {
  const { name, enabled, trigger, intents, conditions } = traits;
  await tx.query(
    `update automations set name = $2, enabled = $3, trigger = $4, intents = $5, conditions = $6::jsonb where id = $1`,
    [id, name, enabled, trigger, intents, JSON.stringify(conditions)],
  );
}

/** With its actions, its runs and their deliveries, also those that wait. */
export async function deleteAutomation(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from automations where id = $1', [id]);
}
