import type { Tx } from '../infra/database.ts';
import type { TenantId, UserId } from '../infra/ids.ts';
import { anyOf } from '../infra/tables.ts';

export type FollowUpPerson = { id: UserId; name: string };

/** A tenant's people who may sign in. */
const signingIn = ({ db }: Tx, tenantId: TenantId) =>
  db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', tenantId)
    .where('disabledAt', 'is', null);

/** Who may be asked to follow up, by name. */
export function assigneesOf(tx: Tx, tenantId: TenantId): Promise<FollowUpPerson[]> {
  return signingIn(tx, tenantId)
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy('id')
    .execute();
}

/** Whether a user may be asked to follow up. */
export async function isAssignee(tx: Tx, tenantId: TenantId, userId: UserId): Promise<boolean> {
  return (await signingIn(tx, tenantId).where('id', '=', userId).executeTakeFirst()) !== undefined;
}

/** As far as the transaction may see them: a tenant doesn't see the names of super admins. */
export function findPeople({ db }: Tx, ids: readonly UserId[]): Promise<FollowUpPerson[]> {
  return db.selectFrom('users').select(['id', 'name']).where('id', '=', anyOf(ids)).execute();
}
