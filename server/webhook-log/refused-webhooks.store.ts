import type { Tx } from '../infra/database.ts';
import { hotStatement, json } from '../infra/hot-statement.ts';
import type { RefusalCount } from './refusal-samples.ts';

/** Adds what this process has counted to what others have; of tenants that are gone, nothing is kept. */
export async function addRefusals(tx: Tx, counts: readonly RefusalCount[]): Promise<void> {
  await tx.run(ADD, { rows: counts });
}

/** Forgets counts of before. */
export async function deleteRefusals({ db }: Tx, before: Date): Promise<void> {
  await db.deleteFrom('refusedWebhooks').where('minute', '<', before).execute();
}

/** Once a second while webhooks are refused: one statement, however many tenants. */
const ADD = hotStatement(
  `
  insert into refused_webhooks as counted (tenant_id, minute, reason, amount)
  select r."tenantId", r.minute, r.reason, r.amount
    from json_to_recordset($1) r ("tenantId" uuid, minute timestamptz, reason text, amount bigint)
    join tenants t on t.id = r."tenantId" and t.erasing_since is null
  on conflict (tenant_id, minute, reason) do update set amount = counted.amount + excluded.amount`,
  {},
  { rows: json<readonly RefusalCount[]>() },
);
