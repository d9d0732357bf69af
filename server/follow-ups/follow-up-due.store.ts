import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';

/** When a follow-up is due. @returns undefined where it is settled, gone, or never due */
export async function findOpenDueAt({ db }: Tx, tenantId: TenantId, id: string): Promise<Date | undefined> {
  const open = await db
    .selectFrom('followUps')
    .select('dueAt')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'OPEN')
    .executeTakeFirst();
  return open?.dueAt ?? undefined;
}
