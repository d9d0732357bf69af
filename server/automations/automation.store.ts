import { type ExpressionBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import { json, type Tables } from '../infra/tables.ts';
import type { Action, Automation } from './automation.ts';
import type { AutomationTraits } from './rules/automation-input.ts';

/** An automation's actions in their order, as JSON; none are an empty list. */
const actionsOf = (automation: ExpressionBuilder<Tables, 'automations'>) =>
  automation
    .selectFrom('automationActions as c')
    .whereRef('c.tenantId', '=', 'automations.tenantId')
    .whereRef('c.automationId', '=', 'automations.id')
    .select(({ fn, ref }) => {
      const action = { id: ref('c.id'), spec: ref('c.spec'), hasSecret: ref('c.hasSecret') };
      const actions = fn.jsonAgg(jsonBuildObject(action)).orderBy('c.position');
      return fn.coalesce(actions, sql<Action[]>`'[]'`).as('actions');
    })
    .$asScalar()
    .$notNull();

const automations = ({ db }: Tx) =>
  db
    .selectFrom('automations')
    .select([
      'tenantId',
      'id',
      'name',
      'enabled',
      'trigger',
      'intents',
      'conditions',
      'createdAt',
      'lastRunAt',
      'runCount',
      (eb) => actionsOf(eb).as('actions'),
    ]);

/** A tenant's, the oldest first. */
export function automationsOf(tx: Tx, tenantId: TenantId): Promise<Automation[]> {
  return automations(tx).where('tenantId', '=', tenantId).orderBy('createdAt').orderBy('id').execute();
}

export function findAutomation(tx: Tx, id: string): Promise<Automation | undefined> {
  return automations(tx).where('id', '=', id).executeTakeFirst();
}

/** As findAutomation; locked, so that no admin changes it before the transaction ends. */
export async function lockAutomation(tx: Tx, id: string): Promise<Automation | undefined> {
  // A statement of its own: the next one sees what the transaction that held the lock has written, actions included.
  await tx.db.selectFrom('automations').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return findAutomation(tx, id);
}

export async function countAutomations({ db }: Tx, tenantId: TenantId): Promise<number> {
  const { amount } = await db
    .selectFrom('automations')
    .select((eb) => eb.fn.countAll<number>().as('amount'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirstOrThrow();
  return amount;
}

export async function insertAutomation(
  { db }: Tx,
  { tenantId, id, now, ...traits }: AutomationTraits & { tenantId: TenantId; id: string; now: Date },
): Promise<void> {
  await db
    .insertInto('automations')
    .values({ tenantId, id, ...columnsOf(traits), createdAt: now })
    .execute();
}

export async function writeTraits({ db }: Tx, id: string, traits: AutomationTraits): Promise<void> {
  await db.updateTable('automations').set(columnsOf(traits)).where('id', '=', id).execute();
}

const columnsOf = ({ name, enabled, trigger, intents, conditions }: AutomationTraits) => ({
  name,
  enabled,
  trigger,
  intents,
  conditions: json(conditions),
});

/** With its actions, its runs and their deliveries, also those that wait. */
export async function deleteAutomation({ db }: Tx, id: string): Promise<void> {
  await db.deleteFrom('automations').where('id', '=', id).execute();
}
