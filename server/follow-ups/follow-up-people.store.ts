import { isUuid } from '../auth/access.ts';
import { badInput } from '../infra/app-error.ts';
import type { Tx } from '../infra/database.ts';

export type FollowUpPerson = { id: string; name: string };

/** A tenant's people who may sign in, by name. */
export function assigneesOf(tx: Tx, tenantId: string): Promise<FollowUpPerson[]> {
  return tx.query<FollowUpPerson>(
    'select id, name from users where tenant_id = $1 and disabled_at is null order by lower(name), id',
    [tenantId],
  );
}

/** As far as the transaction may see them: the platform's own people have names for nobody else. */
export function findPeople(tx: Tx, ids: readonly string[]): Promise<FollowUpPerson[]> {
  return tx.query<FollowUpPerson>('select id, name from users where id = any ($1)', [ids]);
}

/** @throws AppError BAD_USER_INPUT unless somebody of the tenant has that id */
export async function requireAssignee(tx: Tx, tenantId: string, userId: string): Promise<string> {
  const found =
    isUuid(userId) &&
    (await tx.one('select 1 from users where id = $1 and tenant_id = $2 and disabled_at is null', [
      userId,
      tenantId,
    ]));
  if (!found) throw badInput('assigneeId', 'Choose somebody of this tenant who can sign in.');
  return userId;
}
